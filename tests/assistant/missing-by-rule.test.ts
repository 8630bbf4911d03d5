import path from 'node:path';
import { expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { missingByRule } from '#services/assistant/draft-by-rule.ts';

const candidates = loadCatalogue(path.resolve('assets'))
  .materials.filter(({ family }) => family !== 'solvent')
  .slice(0, 20);
const lineOf = (at: number, parts: number) => ({ materialId: candidates[at]?.id as MaterialId, parts });

it('a draft that repeats itself is filled up with the nearest that it lacks, each about as large as its own lines', () => {
  const said = { name: '', lines: [lineOf(0, 30), lineOf(0, 10), lineOf(3, 20)] };
  const added = missingByRule(said, candidates, 8);
  expect(added.map(({ materialId }) => materialId)).toEqual([1, 2, 4, 5, 6, 7].map((at) => candidates[at]?.id));
  expect(added.reduce((sum, { parts }) => sum + parts, 0)).toBeCloseTo((60 / 2) * 6, 6);
  expect(Math.min(...added.map(({ parts }) => parts))).toBeGreaterThan(0);
});

it('nothing is put into a draft that has enough', () => {
  const lines = candidates.slice(0, 8).map((_, at) => lineOf(at, 5));
  expect(missingByRule({ name: '', lines }, candidates, 8)).toEqual([]);
});
