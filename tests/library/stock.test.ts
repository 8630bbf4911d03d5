import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { amount, formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';

let studio: OpenStudio;
let client: OpenStudio['client'];
beforeEach(() => {
  studio = openStudio();
  client = studio.client;
});
afterEach(() => {
  studio[Symbol.dispose]();
  expect(studio.bugs).toEqual([]);
});

const [linalool, limonene] = ['linalool', 'd-limonene'];
const lotOf = (more: object = {}) => ({
  materialId: linalool,
  number: 'L-1',
  quantity: '100',
  bought: '2026-10-01',
  place: 'A3',
  note: '',
  ...more,
});
const shelfOf = async (materialId: string) => (await client.materials.get({ materialId })).shelf;
const leftIn = async () => Object.fromEntries((await client.stock.read()).lots.map((lot) => [lot.number, lot.left]));
const perfume = (...lines: Parameters<typeof formulaOf>) =>
  client.recipes.create({
    name: { en: 'Test', ko: '시험' },
    product: product({ dosage: '20', batch: '100' }),
    formula: formulaOf(...lines) as never,
  });

describe('a purchase', () => {
  it('sets the price of the material and its stock, and both are there after a restart', async () => {
    const supplier = await client.stock.keepSupplier({ name: 'Aroma House', contact: '', note: '' });
    const { lot } = await client.stock.buy({
      lot: lotOf({ paid: { amount: '12.5', currency: 'EUR' }, supplierId: supplier.id, expires: '2028-01-01' }),
    });
    expect(lot.left).toBe('100');
    expect(await shelfOf(linalool)).toMatchObject({
      stock: '100',
      price: { perKilogram: '125', currency: 'EUR', date: '2026-10-01' },
    });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    const read = await again.client.stock.read();
    expect(read).toMatchObject({ lots: [lot], suppliers: [supplier], acts: [{ kind: 'bought' }] });
    expect((await again.client.materials.get({ materialId: linalool })).shelf.stock).toBe('100');
  });

  it('of an older day leaves the newer price, and a newer price by hand stays', async () => {
    await client.stock.buy({ lot: lotOf({ paid: { amount: '10', currency: 'EUR' } }) });
    await client.stock.buy({ lot: lotOf({ bought: '2025-01-01', paid: { amount: '99', currency: 'EUR' } }) });
    expect(await shelfOf(linalool)).toMatchObject({ stock: '200', price: { perKilogram: '100' } });
    const { material, shelf, revision } = await client.materials.get({ materialId: linalool });
    const { id: _, ...facts } = material;
    const byHand = { perKilogram: amount('140'), currency: 'EUR', date: '2026-11-01' };
    const edited = await client.materials.edit({
      materialId: linalool,
      revision,
      facts,
      shelf: { ...shelf, price: byHand, stock: amount('3') },
    });
    expect(edited.shelf.stock, 'what is left in the lots is the stock').toBe('200');
    await client.stock.buy({ lot: lotOf({ paid: { amount: '1', currency: 'EUR' }, bought: '2026-10-15' }) });
    expect((await shelfOf(linalool)).price).toEqual(byHand);
  });

  it('keeps what was counted by hand before as a lot of its own, and undo brings the count back', async () => {
    const { material, shelf, revision } = await client.materials.get({ materialId: linalool });
    const { id: _, ...facts } = material;
    await client.materials.edit({ materialId: linalool, revision, facts, shelf: { ...shelf, stock: amount('7.5') } });
    const { act } = await client.stock.buy({ lot: lotOf() });
    expect((await shelfOf(linalool)).stock).toBe('107.5');
    expect(await leftIn()).toEqual({ '': '7.5', 'L-1': '100' });
    await client.stock.undo({ actId: act.id });
    expect((await client.stock.read()).lots).toEqual([]);
    expect(await shelfOf(linalool)).toMatchObject({ ...shelf, stock: '7.5' });
  });

  it.each([
    [{ quantity: '0' }, 'quantity'],
    [{ quantity: '-3' }, 'quantity'],
    [{ bought: '2026-02-30' }, 'day'],
    [{ expires: '2026-09-30' }, 'expires-before-bought'],
    [{ paid: { amount: '-1', currency: 'EUR' } }, 'paid'],
  ])('is refused with %j', async (wrong, reason) => {
    expect(await refusalOf(client.stock.buy({ lot: lotOf(wrong) }))).toMatchObject({
      kind: 'INVALID',
      code: 'lot.invalid',
      facts: { reason },
    });
    expect((await client.stock.read()).lots).toEqual([]);
  });

  it('needs a material and a supplier that are there', async () => {
    expect(await refusalOf(client.stock.buy({ lot: lotOf({ materialId: 'nowhere' }) }))).toMatchObject({
      code: 'material.not-found',
    });
    expect(await refusalOf(client.stock.buy({ lot: lotOf({ supplierId: 'nobody' }) }))).toMatchObject({
      code: 'supplier.not-found',
    });
    await client.stock.keepSupplier({ name: '향료상', contact: '', note: '' });
    expect(
      await refusalOf(client.stock.keepSupplier({ name: ' 향료상'.normalize('NFD'), contact: '', note: '' })),
    ).toMatchObject({ code: 'supplier.name-taken' });
  });
});

describe('a batch', () => {
  it('is taken from the lot that expires first, and one undo restores everything', async () => {
    await client.stock.buy({ lot: lotOf({ number: 'late', expires: '2028-01-01' }) });
    await client.stock.buy({ lot: lotOf({ number: 'soon', quantity: '4', expires: '2027-01-01' }) });
    await client.stock.buy({ lot: lotOf({ number: 'never' }) });
    const recipe = await perfume(line(linalool, '3'), line(limonene, '1'));
    const before = await client.stock.read();
    const shelf = await shelfOf(linalool);
    const done = await client.stock.weighOut({ recipeId: recipe.id, madeOn: '2026-11-21' });
    expect(await leftIn()).toEqual({ late: '89', soon: '0', never: '100' });
    expect((await shelfOf(linalool)).stock).toBe('189');
    expect(done.plan.materials.find((one) => one.materialId === limonene)).toMatchObject({
      grams: '5',
      short: '5',
      isUncounted: true,
    });
    expect(done.recipe.trials.map(({ id }) => id)).toEqual([done.batch.trialId]);
    expect(done.batch.looks.map(({ on }) => on)).toEqual(['2026-11-22', '2026-11-28', '2026-12-05', '2026-12-21']);

    await client.stock.undo({ actId: done.act.id });
    expect((await client.stock.read()).lots).toEqual(before.lots);
    expect(await shelfOf(linalool)).toEqual(shelf);
    expect((await client.calendar.read({ today: '2026-11-21' })).maceration).toEqual([]);
  });

  it('splits dilutions and opens accords down to what stands on the shelf', async () => {
    const accord = await perfume(line(linalool, '1'), line(limonene, '1'));
    const { trial } = await client.recipes.keepTrial({ recipeId: accord.id });
    const ingredient = { kind: 'accord' as const, recipeId: trial.recipeId, trialId: trial.id };
    const recipe = await perfume(
      line('accord', '1', { ingredient: ingredient as never }),
      line(linalool, '1', { dilution: '10', solvent: 'dipropylene-glycol-dpg' }),
    );
    const { materials, unnamed } = await client.stock.plan({ recipeId: recipe.id });
    expect(Object.fromEntries(materials.map((one) => [one.materialId, one.grams]))).toEqual({
      ethanol: '80',
      'dipropylene-glycol-dpg': '9',
      linalool: '6',
      'd-limonene': '5',
    });
    expect(unnamed).toBe('0');
  });

  it('only the newest act can be undone, and an empty formula is not weighed', async () => {
    expect(await refusalOf(client.stock.undo({}))).toMatchObject({ code: 'stock.nothing-to-undo' });
    const { act } = await client.stock.buy({ lot: lotOf() });
    await client.stock.buy({ lot: lotOf({ number: 'L-2' }) });
    expect(await refusalOf(client.stock.undo({ actId: act.id }))).toMatchObject({ code: 'stock.not-the-last' });
    const empty = await client.recipes.create({ name: { en: 'Empty', ko: '' } });
    expect(await refusalOf(client.stock.weighOut({ recipeId: empty.id, madeOn: '2026-11-21' }))).toMatchObject({
      code: 'stock.nothing-to-weigh',
    });
    expect(await refusalOf(client.stock.plan({ recipeId: empty.id, mass: '-1' }))).toMatchObject({
      code: 'batch.invalid',
    });
  });

  it('never leaves less than nothing, and undoing all acts restores the shelf as it was', async () => {
    const recipe = await perfume(line(linalool, '1'));
    const grams = fc.integer({ min: 1000, max: 50_000 }).map((value) => decimalText(BigInt(value) * 1_000_000n));
    const act = fc.oneof(
      fc.record({ what: fc.constant('buy' as const), grams, expires: fc.constantFrom('2027-01-01', '2026-12-01') }),
      fc.record({ what: fc.constant('weigh' as const), grams }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        const shelf = await shelfOf(linalool);
        let count = 0;
        for (const one of acts) {
          if (one.what === 'buy') {
            await client.stock.buy({
              lot: lotOf({ quantity: one.grams, expires: one.expires, paid: { amount: '3', currency: 'EUR' } }),
            });
          } else {
            await client.stock.weighOut({ recipeId: recipe.id, mass: one.grams, madeOn: '2026-11-21' });
          }
          count += 1;
          const { lots } = await client.stock.read();
          const left = lots.map((lot) => decimal(lot.left));
          expect(left.every((rest) => rest >= 0n)).toBe(true);
          const stock = (await shelfOf(linalool)).stock;
          expect(stock).toBe(lots.length === 0 ? undefined : decimalText(left.reduce((sum, rest) => sum + rest, 0n)));
        }
        for (; count > 0; count -= 1) await client.stock.undo({});
        expect((await client.stock.read()).lots).toEqual([]);
        expect(await shelfOf(linalool)).toEqual(shelf);
      }),
      { numRuns: 15 },
    );
  });
});

it('says what to order again and what expires', async () => {
  await client.stock.buy({ lot: lotOf({ quantity: '10', expires: '2026-12-24' }) });
  await client.stock.setMinimum({ materialId: linalool, grams: '20' });
  await client.stock.setMinimum({ materialId: limonene, grams: '5' });
  const { toOrder, expiring } = await client.calendar.read({ today: '2026-11-21' });
  expect(toOrder).toEqual(
    expect.arrayContaining([
      { materialId: linalool, stock: '10', minimum: '20' },
      { materialId: limonene, minimum: '5' },
    ]),
  );
  expect(expiring).toMatchObject([{ materialId: linalool, left: '10', expires: '2026-12-24' }]);
  expect((await client.calendar.read({ today: '2026-09-01' })).expiring).toEqual([]);
  await client.stock.setMinimum({ materialId: linalool, grams: null });
  expect((await client.calendar.read({ today: '2026-11-21' })).toOrder).toHaveLength(1);
});

it('says what a price does to every recipe, accords included', async () => {
  const recipe = await perfume(line(linalool, '1'), line(limonene, '3'));
  const { trial } = await client.recipes.keepTrial({ recipeId: recipe.id });
  const ingredient = { kind: 'accord' as const, recipeId: trial.recipeId, trialId: trial.id };
  const user = await perfume(line('accord', '1', { ingredient: ingredient as never }), line(limonene, '1'));
  const price = (perKilogram: string) => ({ perKilogram, currency: 'EUR', date: '2026-10-01' });
  await client.settings.set({ currency: 'EUR' });
  const { currency, recipes } = await client.stock.priceEffects({
    materialId: linalool,
    before: price('100'),
    after: price('180'),
  });
  expect(currency).toBe('EUR');
  const mine = recipes.filter(({ recipeId }) => recipeId === recipe.id || recipeId === user.id);
  expect(mine.map(({ recipeId, before, after }) => [recipeId, before, after])).toEqual([
    [recipe.id, '25', '45'],
    [user.id, '12.5', '22.5'],
  ]);
  expect(mine[0]?.uncovered).toBe('75');
});
