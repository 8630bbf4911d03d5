import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { costOf } from '#perfumery/cost/cost.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { dumpOf } from '#tests/collections/dump.ts';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';

let studio: OpenStudio;
beforeEach(() => (studio = openStudio()));
afterEach(() => studio[Symbol.dispose]());

type Goal = 'similar' | 'pass' | 'cheaper' | 'stock';
const propose = (formula: Formula, goal: Goal, lineId?: string) =>
  studio.client.substitutes.propose({
    formula: formula as never,
    product: product({ dosage: '20' }) as never,
    goal,
    ...(lineId && { lineId }),
  });
const check = (formula: Formula) =>
  studio.client.safety.check({ formula: formula as never, product: product({ dosage: '20' }) as never });

async function shelve(id: string, shelf: object): Promise<void> {
  const { material, revision, shelf: before } = await studio.client.materials.get({ materialId: id });
  const { id: _, ...facts } = material;
  await studio.client.materials.edit({ materialId: id, revision, facts, shelf: { ...before, ...shelf } });
}

it('finds the nearest of the whole catalogue, with reasons, itself not among them', async () => {
  const found = await studio.client.substitutes.nearest({ materialId: 'linalool', limit: 8 });
  expect(found).toHaveLength(8);
  expect(found.every(({ reasons, likeness }) => reasons.length > 0 && likeness > 0.3)).toBe(true);
  expect(found.map((one) => one.materialId)).not.toContain('linalool');
  expect(await refusalOf(studio.client.substitutes.nearest({ materialId: 'nobody' }))).toMatchObject({
    code: 'material.not-found',
  });
});

it('tries each in the line’s place: amount by use level, verdict and cost as the bench would say, nothing changed', async () => {
  const before = dumpOf(studio.core.library);
  const formula = formulaOf(line('linalool', '100', { note: 'keep me' }), line('vanillin', '10'));
  const { proposals, lineIds } = await propose(formula, 'similar', 'linalool');
  expect(lineIds).toEqual(['linalool']);
  expect(proposals.length).toBeGreaterThan(5);
  for (const { swaps, weighed } of proposals.slice(0, 5)) {
    const [swap] = swaps;
    expect(swap?.after).toMatchObject({ id: 'linalool', note: 'keep me' });
    const swapped = { lines: formula.lines.map((one) => (one.id === swap?.lineId ? swap?.after : one)) } as Formula;
    const answer = await check(swapped);
    expect(answer.categories.find(({ category }) => category === '4')?.verdict).toBe(weighed.verdict);
  }
  expect(dumpOf(studio.core.library)).toEqual(before);
});

it('replaces what breaks a limit by something that passes', async () => {
  const formula = formulaOf(line('oakmoss-absolute', '30'), line('hedione-methyl-dihydrojasmonate', '100'));
  const over = await check(formula);
  expect(over.categories.find(({ category }) => category === '4')?.verdict).not.toBe('pass');
  const { before, proposals, lineIds } = await propose(formula, 'pass');
  expect(before.verdict).not.toBe('pass');
  expect(lineIds).toContain('oakmoss-absolute');
  expect(proposals.length).toBeGreaterThan(0);
  expect(proposals.every(({ weighed }) => weighed.verdict === 'pass')).toBe(true);
});

it('proposes nothing where nothing breaks a limit, and leaves locked lines alone', async () => {
  expect(await propose(formulaOf(line('vanillin', '10', { dilution: '10', solvent: 'dpg' })), 'pass')).toMatchObject({
    lineIds: [],
    proposals: [],
  });
  const locked = formulaOf(
    line('oakmoss-absolute', '30', { locked: true }),
    line('hedione-methyl-dihydrojasmonate', '100'),
  );
  expect((await propose(locked, 'pass')).lineIds).toEqual([]);
});

it('replaces by what costs less, never by something unpriced or with a worse verdict', async () => {
  const [near, far] = await studio.client.substitutes.nearest({ materialId: 'linalool', limit: 2 });
  const price = (perKilogram: string) => ({ price: { perKilogram, currency: 'EUR', date: '2026-11-21' } });
  await studio.client.settings.set({ currency: 'EUR' });
  await shelve('linalool', price('500'));
  await shelve('ethanol', price('2'));
  await shelve(near?.materialId ?? '', price('5'));
  await shelve(far?.materialId ?? '', price('90000'));
  const { before, proposals } = await propose(formulaOf(line('linalool', '100')), 'cheaper');
  expect(before.isCostComplete).toBe(true);
  expect(proposals.map(({ swaps }) => swaps[0]?.neighbour.materialId)).toEqual([near?.materialId]);
  expect(Number(proposals[0]?.weighed.cost)).toBeLessThan(Number(before.cost));
  const partly = await propose(formulaOf(line('linalool', '100'), line('vanillin', '50')), 'cheaper');
  expect(partly.before.isCostComplete, 'nobody knows what vanillin costs').toBe(false);
  expect(partly.proposals.map(({ swaps }) => swaps[0]?.neighbour.materialId)).toEqual([near?.materialId]);
});

it('replaces what there is too little of by what there is enough of; what nobody counted is neither', async () => {
  const [near, other] = await studio.client.substitutes.nearest({ materialId: 'linalool', limit: 2 });
  const formula = formulaOf(line('linalool', '100'));
  expect((await propose(formula, 'stock')).lineIds).toEqual([]);
  await shelve('linalool', { stock: '1' });
  await shelve(near?.materialId ?? '', { stock: '500' });
  await shelve(other?.materialId ?? '', { stock: '0.1' });
  const { lineIds, proposals } = await propose(formula, 'stock');
  expect(lineIds).toEqual(['linalool']);
  expect(proposals.map(({ swaps }) => swaps[0]?.neighbour.materialId)).toEqual([near?.materialId]);
});

/** Applies the first proposal to a kept recipe and freezes it; answers the trial. */
async function applied(formula: Formula, goal: Goal) {
  const [proposal] = (await propose(formula, goal)).proposals;
  const swap = proposal?.swaps[0] ?? expect.fail('there is a proposal');
  const before = formula.lines.find(({ id }) => id === swap.lineId);
  const made = await studio.client.recipes.create({
    name: { en: goal, ko: '' },
    formula: formula as never,
    product: product({ dosage: '20' }) as never,
  });
  await studio.client.recipes.edit({
    recipeId: made.id,
    revision: made.revision,
    kind: 'swap',
    change: { formula: { lines: [{ lineId: swap.lineId, before: before as never, after: swap.after as never }] } },
  });
  const { trial } = await studio.client.recipes.keepTrial({ recipeId: made.id });
  return { trial, swap, weighed: proposal?.weighed, made };
}

it('carries “so that it passes” through to a trial that passes, and undo takes it back', async () => {
  const formula = formulaOf(line('oakmoss-absolute', '30'), line('hedione-methyl-dihydrojasmonate', '100'));
  const { trial, swap, weighed, made } = await applied(formula, 'pass');
  expect(weighed?.verdict).toBe('pass');
  expect(trial.formula.lines.map(({ ingredient }) => (ingredient as { materialId: string }).materialId)).toContain(
    swap.neighbour.materialId,
  );
  const answer = await studio.client.safety.checkTrial({ trialId: trial.id });
  expect(answer.categories.find(({ category }) => category === '4')?.verdict).toBe('pass');
  await studio.client.recipes.undo({ recipeId: made.id });
  expect((await studio.client.recipes.open({ recipeId: made.id })).formula).toEqual(made.formula);
});

it('carries “cheaper” through to a trial that costs what was said', async () => {
  const [near] = await studio.client.substitutes.nearest({ materialId: 'linalool', limit: 1 });
  const price = (perKilogram: string) => ({ price: { perKilogram, currency: 'EUR', date: '2026-11-21' } });
  await studio.client.settings.set({ currency: 'EUR' });
  await shelve('linalool', price('500'));
  await shelve('ethanol', price('2'));
  await shelve(near?.materialId ?? '', price('5'));
  const formula = formulaOf(line('linalool', '100'));
  const { trial, weighed } = await applied(formula, 'cheaper');
  const { library } = studio.core;
  const cost = costOf(trial.formula as Formula, trial.product as Product, {
    accords: new Map(),
    materialOf: (id) => ({ material: studio.core.materialById(id), shelf: shelfOf(id) }) as LibraryMaterial,
    exchange: { currency: 'EUR', rates: {} },
  });
  expect(decimalText(cost.batch)).toBe(weighed?.cost);
  function shelfOf(id: string) {
    return library.materials.after('' as MaterialId, 100).find((one) => one.id === id)?.shelf;
  }
});

it('carries “what there is too little of” through to a trial that the stock is enough for', async () => {
  const [near] = await studio.client.substitutes.nearest({ materialId: 'linalool', limit: 1 });
  await shelve('linalool', { stock: '1' });
  await shelve(near?.materialId ?? '', { stock: '500' });
  const { swap, made } = await applied(formulaOf(line('linalool', '100')), 'stock');
  expect(swap.neighbour.materialId).toBe(near?.materialId);
  const { materials } = await studio.client.stock.plan({ recipeId: made.id });
  expect(materials.find(({ materialId }) => materialId === near?.materialId)).toMatchObject({ short: '0' });
});
