import { expect, test } from 'vitest';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { MaterialShare } from '#perfumery/formula/exploded-view.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { Unknown } from '#perfumery/safety/answer.ts';
import { type Decimal, type DecimalText, zero } from '#perfumery/units/decimal.ts';
import { questionsIn } from './questions-in.ts';

const fact = { value: 1, method: 'measured', source: 'test' } as const;
const complete: Material = {
  id: 'whole' as MaterialId,
  name: { en: 'Whole', ko: '온전' },
  aliases: { en: [], ko: [] },
  cas: ['78-70-6'],
  kind: 'synthetic',
  family: 'floral',
  role: 'top',
  descriptors: [],
  density: fact,
  vapourPressure: fact,
  flags: [],
};

function onShelf(material: Material, isPriced = true): LibraryMaterial {
  const price = { perKilogram: '10' as DecimalText, currency: 'EUR', date: '2026-01-01' };
  return {
    material,
    origin: 'own',
    ownFields: [],
    shelf: { supplier: '', sku: '', location: '', note: '', dilutions: [], ...(isPriced && { price }) },
    archived: false,
    revision: 1,
  };
}

function share(materialId: string, ...lineIds: string[]): MaterialShare {
  const total = 1n as Decimal;
  return { materialId: materialId as MaterialId, total, neat: total, asSolvent: zero, lineIds: lineIds as LineId[] };
}

test('a material of which everything is known raises no question', () => {
  const asked = { unknowns: [], materials: [share('whole', 'a')], materialOf: () => onShelf(complete) };
  expect(questionsIn(asked)).toEqual([]);
});

test('what keeps the verdict open comes first, and one material on two lines is one gap', () => {
  const unknowns: Unknown[] = ['a', 'b'].map((line) => ({
    lineId: line as LineId,
    materialId: 'base' as MaterialId,
    why: 'no-composition',
    blocks: true,
  }));
  const { density: _, ...light } = complete;
  const asked = { unknowns, materials: [share('whole', 'c')], materialOf: () => onShelf(light) };
  expect(questionsIn(asked)).toEqual([
    { why: 'no-composition', blocks: true, gaps: [{ materialId: 'base', lineIds: ['a', 'b'] }] },
    { why: 'density', blocks: false, gaps: [{ materialId: 'whole', lineIds: ['c'] }] },
  ]);
});

test('a solvent needs neither vapour pressure nor a place in the pyramid, but a price', () => {
  const { vapourPressure: _, ...still } = complete;
  const solvent: Material = { ...still, kind: 'solvent', role: 'none' };
  const asked = { unknowns: [], materials: [share('whole', 'a')], materialOf: () => onShelf(solvent, false) };
  expect(questionsIn(asked).map(({ why }) => why)).toEqual(['price']);
});
