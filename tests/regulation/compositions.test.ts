import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
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

const oil = 'clove-bud-oil';
const eugenol = { cas: '97-53-0', name: 'Eugenol', typical: 80 };
const said = (more: object = {}) => ({
  materialId: oil,
  lot: 'CB-1',
  date: '2026-10-01',
  origin: 'gc-ms' as const,
  shares: [eugenol],
  isUsed: true,
  ...more,
});
const recipe = (...lines: Parameters<typeof formulaOf>) =>
  client.recipes.create({
    name: { en: 'Test', ko: '시험' },
    product: product({ dosage: '10', batch: '100' }),
    formula: formulaOf(...lines) as never,
  });
const eugenolIn = async (...lines: Parameters<typeof formulaOf>) => {
  const answer = await client.safety.check({
    formula: formulaOf(...lines) as never,
    product: product({ dosage: '10' }),
  });
  return answer.findings.find(({ key }) => key === 'eugenol')?.total;
};
const buy = async (number: string, quantity: string, expires: string) =>
  (await client.stock.buy({ lot: { materialId: oil, number, quantity, expires, place: '', note: '' } })).lot;

describe('the composition of a lot', () => {
  it('takes the place of the typical one while it is in use, and leaves the facts beneath as they are', async () => {
    const before = await client.materials.get({ materialId: oil });
    const typical = await eugenolIn(line(oil, '1'));
    const kept = await client.compositions.keep(said());
    const now = await client.materials.get({ materialId: oil });
    expect(now.material).toEqual(before.material);
    expect(now.ownFields).toEqual([]);
    expect(now.lot).toMatchObject({ id: kept.id, lot: 'CB-1', date: '2026-10-01', origin: 'gc-ms' });
    expect(await eugenolIn(line(oil, '1'))).toBe('8');
    await client.compositions.use({ materialId: oil, compositionId: null });
    expect(await eugenolIn(line(oil, '1'))).toBe(typical);
    expect(await client.compositions.list({ materialId: oil })).toMatchObject([{ id: kept.id }]);
  });

  it('is still in use after a restart, and gone when it is removed', async () => {
    const { id } = await client.compositions.keep(said());
    studio.close();
    using again = openStudio({ folder: studio.folder });
    expect((await again.client.materials.get({ materialId: oil })).lot?.id).toBe(id);
    const removed = await again.client.compositions.remove({ compositionId: id });
    expect(removed.constituents).toMatchObject([{ cas: '97-53-0', method: 'measured', source: 'CB-1' }]);
    expect((await again.client.materials.get({ materialId: oil })).lot).toBeUndefined();
    again.close();
  });

  it('survives an edit of the material, which keeps its own typical composition', async () => {
    await client.compositions.keep(said());
    const { material, shelf, revision } = await client.materials.get({ materialId: oil });
    const { id: _, ...facts } = material;
    const edited = await client.materials.edit({
      materialId: oil,
      revision,
      shelf,
      facts: { ...facts, inci: 'Clove' },
    });
    expect(edited.ownFields).toEqual(['inci']);
    expect(edited.lot?.lot).toBe('CB-1');
    expect(await eugenolIn(line(oil, '1'))).toBe('8');
  });

  it('stands on the documents that rest on it, with its date', async () => {
    await client.compositions.keep(said({ origin: 'certificate' }));
    const { id: recipeId } = await recipe(line(oil, '1'), line('linalool', '9'));
    for (const kind of ['certificate', 'allergens', 'label'] as const) {
      const { sections } = await client.documents.make({ recipeId, kind, language: 'en' });
      const lots = sections.find(({ title }) => title === 'Judged by the composition of a lot');
      expect(lots?.rows.map((row) => row.slice(1))).toEqual([['CB-1', '2026-10-01', 'supplier’s certificate']]);
    }
    await client.compositions.use({ materialId: oil, compositionId: null });
    const { sections } = await client.documents.make({ recipeId, kind: 'certificate', language: 'en' });
    expect(sections.map(({ title }) => title)).not.toContain('Judged by the composition of a lot');
  });

  it('is refused with anything that cannot be, and nothing is kept then', async () => {
    const wrong: readonly (readonly [object, string, string?])[] = [
      [{ lot: ' ' }, 'composition.invalid', 'no-lot'],
      [{ date: '2026-02-30' }, 'composition.invalid', 'day'],
      [{ shares: [{ ...eugenol, cas: '97-53-1' }] }, 'composition.invalid', 'cas'],
      [{ shares: [eugenol, eugenol] }, 'composition.invalid', 'twice'],
      [{ shares: [{ ...eugenol, typical: 0 }] }, 'composition.invalid', 'share'],
      [{ shares: [eugenol, { cas: '78-70-6', name: '', typical: 21 }] }, 'composition.invalid', 'over-whole'],
      [{ lotId: 'nowhere' }, 'lot.not-found'],
      [{ compositionId: 'nowhere' }, 'composition.not-found'],
      [{ materialId: 'nowhere' }, 'material.not-found'],
    ];
    for (const [more, code, reason] of wrong)
      expect(await refusalOf(client.compositions.keep(said(more))), JSON.stringify(more)).toMatchObject({
        code,
        ...(reason && { facts: { reason } }),
      });
    expect(await client.compositions.list({ materialId: oil })).toEqual([]);
  });

  it('is read from a CSV and from any sheet of a workbook', async () => {
    const csv = new File(['CAS;Name;%\n97-53-0;Eugenol;82,5\n87-44-5;Caryophyllene;7\n'], 'gc.csv');
    const shares = [
      { cas: '97-53-0', name: 'Eugenol', typical: 82.5 },
      { cas: '87-44-5', name: 'Caryophyllene', typical: 7 },
    ];
    expect(await client.compositions.read({ file: csv })).toEqual({ shares, faults: [] });
    const cells = [['CAS', 'Name', 'Area %'], ...shares.map(({ cas, name, typical }) => [cas, name, typical])].map(
      (row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })),
    );
    const cover = [[{ value: 'Certificate of analysis', type: String }]];
    const book = await writeXlsxFile([
      { data: cover as never, sheet: 'Cover' },
      { data: cells as never, sheet: 'GC' },
    ]).toBuffer();
    expect(await client.compositions.read({ file: new File([new Uint8Array(book)], 'gc.xlsx') })).toEqual({
      shares,
      faults: [],
    });
    expect(await refusalOf(client.compositions.read({ file: new File([''], 'empty.csv') }))).toMatchObject({
      code: 'file.not-understood',
    });
  });
});

describe('a batch', () => {
  it('is judged by the lots it is weighed from, by mass, beside what the bench shows', async () => {
    const first = await buy('CB-1', '4', '2027-01-01');
    const second = await buy('CB-2', '100', '2028-01-01');
    await client.compositions.keep(said({ lotId: first.id, isUsed: false, shares: [{ ...eugenol, typical: 20 }] }));
    await client.compositions.keep(
      said({ lotId: second.id, lot: '', isUsed: true, shares: [{ ...eugenol, typical: 10 }] }),
    );
    const { id: recipeId } = await recipe(line(oil, '10'));
    const { judged } = await client.stock.plan({ recipeId });
    expect(judged.lots).toEqual([
      { materialId: oil, lot: 'CB-1', date: '2026-10-01', grams: '4' },
      { materialId: oil, lot: 'CB-2', date: '2026-10-01', grams: '6' },
    ]);
    // 10 % of eugenol in 10 % of concentrate is 1 % in the product; with 4 g of the richer lot it is 1.4 %. The limit is 2.5 %.
    expect(judged).toMatchObject({ verdict: 'pass', onBench: { verdict: 'pass' } });
    await client.compositions.keep(said({ lotId: first.id, isUsed: false, shares: [{ ...eugenol, typical: 60 }] }));
    expect((await client.stock.plan({ recipeId })).judged).toMatchObject({
      verdict: 'over-limit',
      onBench: { verdict: 'pass' },
    });
  });

  it('of one lot that is in use is judged as on the bench', async () => {
    const lot = await buy('CB-1', '100', '2027-01-01');
    await client.compositions.keep(said({ lotId: lot.id, lot: '' }));
    const { id: recipeId } = await recipe(line(oil, '10'));
    const { judged } = await client.stock.plan({ recipeId });
    expect(judged).toMatchObject({
      verdict: 'over-limit',
      onBench: { verdict: 'over-limit' },
      lots: [{ lot: 'CB-1' }],
    });
  });
});
