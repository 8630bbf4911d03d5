import { describe, expect, it } from 'vitest';
import type { Constituent, Material } from '#perfumery/material/material.ts';
import { componentsOf, middlePressure } from '#perfumery/volatility/components-of.ts';
import { readMaterials } from '#tests/catalogue/read-assets.ts';
import { libraryMaterial } from '#tests/fixtures/bench.ts';
import { materials, pressures, substances } from './examples.ts';

const needs = { model: pressures, substances };
const opened = (material: Material) => componentsOf(material.id, material, needs);
const shipped = (id: string) => {
  const material = materials(id as Material['id']);
  if (!material) expect.fail(`${id} ships`);
  return material;
};
const constituent = (cas: string, typical: number): Constituent => ({
  cas,
  name: cas,
  typical,
  method: 'perfumer',
  source: 'GC-MS of the lot',
});
const [limonene, linalool, unheardOf] = ['5989-27-5', '78-70-6', '50-00-0'];

describe('the components of a material', () => {
  it('are the material itself where it is one substance', () => {
    const { composition, components } = opened(shipped('linalool'));
    expect([composition, components.map(({ key, share }) => [key, share])]).toEqual(['single', [['linalool', 1]]]);
    expect(componentsOf('gone', undefined, needs).components).toEqual([{ key: 'gone', share: 1, weight: 200 }]);
  });

  it('always make up all of it, each with a weight, whatever is in the catalogue', () => {
    let count = 0;
    for (const material of readMaterials()) {
      const { composition, components, pressure } = opened(material);
      if (composition === 'opened') count += 1;
      expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const { share, weight } of components) expect(Math.min(share, weight), material.id).toBeGreaterThan(0);
      expect(pressure?.value, material.id).toBeGreaterThan(0);
    }
    expect(count).toBeGreaterThan(100);
  });

  it('bring a fresh oil back to the pressure that it is known to have', () => {
    for (const id of ['nutmeg-oil', 'rose-oil-rosa-damascena', 'patchouli-oil', 'labdanum-absolute', 'cypress-oil']) {
      const known = shipped(id).vapourPressure?.value ?? Number.NaN;
      expect(Math.abs(Math.log10((opened(shipped(id)).pressure?.value ?? Number.NaN) / known)), id).toBeLessThan(0.15);
    }
  });

  it('of an absolute leave most of it behind, of a citrus oil nothing', () => {
    const still = (id: string) =>
      opened(shipped(id)).components.reduce((sum, { pressure, share }) => (pressure ? sum : sum + share), 0);
    expect(still('labdanum-absolute')).toBeGreaterThan(0.9);
    expect(still('bergamot-oil-expressed')).toBe(0);
    expect(middlePressure(opened(shipped('labdanum-absolute')).components)).toBe(0);
    expect(middlePressure(opened(shipped('bergamot-oil-expressed')).components)).toBeGreaterThan(10);
  });

  it('of a base are unknown, until somebody enters what is in it', () => {
    const base = shipped('prunol');
    expect(opened(base)).toMatchObject({ composition: 'as-one', pressure: { from: 'estimated-fact' } });
    const { composition, components } = opened({
      ...base,
      constituents: [constituent(limonene, 30), constituent(linalool, 50), constituent(unheardOf, 5)],
    });
    expect(composition).toBe('opened');
    expect(components.map(({ key, share }) => [key, Number(share.toFixed(6))])).toEqual([
      ['d-limonene', 0.3],
      ['linalool', 0.5],
      ['rest of prunol', 0.2],
    ]);
  });

  it('of a base without anything but a life on a blotter are one, at a guess that says so', () => {
    const { material } = libraryMaterial('mine', {
      kind: 'base',
      blotterLife: { value: 100, method: 'perfumer', source: 'me' },
    });
    const { composition, pressure } = opened(material);
    expect([composition, pressure?.from, pressure?.error]).toEqual([
      'as-one',
      'blotter-life',
      pressures.blotterLife.error,
    ]);
  });

  it('that are said to be more than the whole are brought back to it', () => {
    const base = { ...shipped('prunol'), constituents: [constituent(limonene, 90), constituent(linalool, 60)] };
    expect(opened(base).components.map(({ share }) => share)).toEqual([0.6, 0.4]);
  });
});
