/** @file The catalogue as a whole: how much of it there is, how sure its identities are, and where one material leads to another. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Material } from '#perfumery/material/material.ts';
import { pressures as pressureModel } from '#tests/physics/examples.ts';
import { readCatalogueFile, readDescriptors, readMaterials, readRows, sharedPath } from './read-assets.ts';

const materials = readMaterials();
const byId = new Map(materials.map((material) => [material.id as string, material]));
const bases = readCatalogueFile('bases.json');
const isProhibited = ({ flags }: Material) => flags.includes('eu_prohibited');
/** The atoms of a formula in one order, whatever the order they were written in; empty where there is none. */
const atomsIn = (formula: string) =>
  /^C\d/.test(formula) ? (formula.match(/[A-Z][a-z]?\d*/g) ?? []).sort().join('') : '';
const ids = (some: readonly Material[]) => some.map(({ id }) => id as string).sort();

/** Nothing else in the catalogue does what these do. */
const irreplaceable = ['bht-antioxidant', 'water'];

/** What could not be held against a second source. The list may shrink; a new entry wants a reason. */
const unconfirmed = ['blackcurrant-bud-absolute', 'caprylic-capric-triglyceride', 'cypriol-nagarmotha-oil'];

describe('the whole catalogue', () => {
  it('holds at least four hundred materials of every kind, each once', () => {
    expect(materials.length).toBeGreaterThanOrEqual(400);
    expect(byId.size).toBe(materials.length);
    const count = (kind: Material['kind']) => materials.filter((material) => material.kind === kind).length;
    expect(count('synthetic')).toBeGreaterThanOrEqual(400);
    expect(count('natural')).toBeGreaterThanOrEqual(130);
    expect(count('solvent')).toBeGreaterThanOrEqual(20);
    expect(count('base')).toBeGreaterThanOrEqual(5);
  });

  it('says which identities nobody has confirmed, and they are few', () => {
    const open = materials.filter(({ flags }) => flags.includes('unconfirmed') || flags.includes('cas_unconfirmed'));
    console.info('unconfirmed:', ids(open).join(', '));
    expect(ids(open)).toEqual(unconfirmed);
  });

  it('has a vapour pressure for everything; of the bases a guess by their life on a blotter, within a tenth of the model', () => {
    const without = materials.filter(({ vapourPressure }) => !(vapourPressure && vapourPressure.value > 0));
    expect(ids(without)).toEqual([]);
    const { one, logHours } = pressureModel.blotterLife.coefficients;
    for (const { id, blotterLife, vapourPressure } of bases.materials) {
      expect(vapourPressure, id).toMatchObject({ method: 'own-estimate', source: 'sillage-vp-life' });
      const guess = 10 ** (one + logHours * Math.log10(blotterLife?.value ?? Number.NaN));
      expect(Math.abs((vapourPressure?.value ?? 0) / guess - 1), id).toBeLessThan(0.1);
    }
  });

  it('keeps the composition of a base unknown where its maker does', () => {
    for (const { id, kind, cas, constituents, flags, ...base } of bases.materials) {
      expect([kind, cas, constituents, flags], id).toEqual(['base', [], undefined, ['composition_unpublished']]);
      const used = [base.blotterLife, base.typicalUse, base.maximumUse, base.defaultDilution];
      expect(used.map((fact) => fact?.source && fact.source in bases.sources)).toEqual([true, true, true, true]);
    }
  });

  it('judges styrax and opoponax as the resinoids they are', () => {
    expect(byId.get('styrax')).toMatchObject({ grade: 'extract_or_distillate', name: { en: 'Styrax resinoid' } });
    expect(byId.get('styrax')?.aliases.en).toContain('Styrax');
    expect(byId.get('opoponax')).toMatchObject({ grade: 'extract_or_distillate', name: { en: 'Opoponax resinoid' } });
  });
});

describe('substitutes', () => {
  it('exist for every material that has any', () => {
    expect(ids(materials.filter(({ substitutes = [] }) => substitutes.length === 0))).toEqual(irreplaceable);
  });

  it('are other materials of the catalogue, each once, and never what the EU prohibits', () => {
    for (const { id, kind, substitutes = [] } of materials) {
      const named = substitutes.map(({ materialId }) => materialId);
      expect(named, id).not.toContain(id);
      expect(new Set(named).size, id).toBe(named.length);
      for (const other of named.map((name) => byId.get(name))) {
        expect(other, id).toBeDefined();
        expect(other && isProhibited(other), id).toBe(false);
        expect(other?.kind === 'solvent', id).toBe(kind === 'solvent');
      }
    }
  });

  it('give their reason as a sentence in both languages', () => {
    for (const { id, substitutes = [] } of materials) {
      for (const { reason } of substitutes) {
        expect(reason.en, id).toMatch(/^[A-Z].*\.$/);
        expect(reason.ko, id).toMatch(/[가-힣].*\.$/);
        expect(reason.ko, id).not.toMatch(/undefined| 향 향/);
      }
    }
  });

  it('claim no note and no volatility that the facts do not bear out', () => {
    const words = new Map(readDescriptors().map(({ id, name }) => [id, name.en.toLowerCase()]));
    let claims = 0;
    for (const { id, descriptors, vapourPressure, substitutes = [] } of materials) {
      for (const { materialId, reason } of substitutes) {
        const other = byId.get(materialId);
        const [, shared] = /^The same (.+?) notes?[;.]/.exec(reason.en) ?? [];
        if (!shared || !other) continue;
        claims += 1;
        const common = descriptors.filter((word) => other.descriptors.includes(word)).map((word) => words.get(word));
        expect(shared.split(/, | and /).sort(), `${id} ${materialId}`).toEqual(common.sort());
        const ratio = (other.vapourPressure?.value ?? Number.NaN) / (vapourPressure?.value ?? Number.NaN);
        if (reason.en.includes('clearly more volatile')) expect(ratio, `${id} ${materialId}`).toBeGreaterThan(6);
        if (reason.en.includes('clearly less volatile')) expect(ratio, `${id} ${materialId}`).toBeLessThan(1 / 6);
        if (reason.en.includes('of similar volatility'))
          expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(Math.log(6));
      }
    }
    expect(claims).toBeGreaterThan(1000);
  });
});

describe('typical pairings', () => {
  it('are three to six other materials, each once, none of them prohibited or a substitute', () => {
    for (const { id, pairings = [], substitutes = [] } of materials) {
      expect(pairings.length, id).toBeGreaterThanOrEqual(3);
      expect(pairings.length, id).toBeLessThanOrEqual(6);
      expect(new Set(pairings).size, id).toBe(pairings.length);
      expect(pairings, id).not.toContain(id);
      const found = pairings.map((name) => byId.get(name));
      expect(
        found.filter((other) => !other || isProhibited(other)),
        id,
      ).toEqual([]);
      if (byId.get(id)?.kind === 'solvent') continue;
      expect(
        substitutes.filter(({ materialId }) => pairings.includes(materialId)),
        id,
      ).toEqual([]);
    }
  });
});

describe('beside the shared data', () => {
  const identityPath = sharedPath('data/identity/identity.csv');
  it.skipIf(!existsSync(identityPath))(
    'single substances have the formula given for their CAS number, or say so',
    () => {
      const rows = new Map(readRows(identityPath).map((row) => [row.get('cas'), row]));
      const differing = materials.filter(({ cas, molecularFormula, flags }) => {
        const theirs = cas.flatMap((number) => atomsIn(rows.get(number)?.get('formula') ?? '') || []);
        const isSame = theirs.length === 0 || theirs.includes(atomsIn(molecularFormula?.value ?? ''));
        return molecularFormula && !isSame && !flags.includes('unconfirmed');
      });
      expect(ids(differing)).toEqual([]);
    },
  );

  it.skipIf(!existsSync(identityPath))(
    'naturals have a number that belongs to the same plant, as far as it is listed',
    () => {
      const rows = new Map(readRows(identityPath).map((row) => [row.get('cas'), row]));
      const unlisted = materials.filter(
        ({ kind, cas }) => kind === 'natural' && !cas.some((number) => rows.has(number)),
      );
      expect(unlisted.length).toBeLessThanOrEqual(8);
    },
  );

  const thresholdsPath = sharedPath('data/molecules/abraham_2012_thresholds.csv');
  it.skipIf(!existsSync(thresholdsPath))('odour thresholds are those of the paper, in mg/m³', () => {
    const rows = new Map(readRows(thresholdsPath).map((row) => [row.get('cid'), row]));
    let compared = 0;
    for (const { id, odourThreshold, molecularWeight } of materials) {
      if (!odourThreshold) continue;
      expect(odourThreshold.source, id).toBe('abraham-2012');
      const row = rows.get(/CID (\d+)/.exec(odourThreshold.note ?? '')?.[1] ?? '');
      const partsPerMillion = 10 ** -Number(row?.get('log10_inv_odt_ppm') ?? Number.NaN);
      const expected = (partsPerMillion * (molecularWeight?.value ?? Number.NaN)) / 24.45;
      expect(Math.abs(odourThreshold.value / expected - 1), id).toBeLessThan(0.05);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(24);
  });
});
