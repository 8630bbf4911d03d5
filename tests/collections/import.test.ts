import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { CollectionTable, ImportStage } from '#contract/collections.ts';
import type { ColumnMapping } from '#perfumery/collection/collection-fields.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { dumpOf, importNotes } from './dump.ts';
import { collectionCsv } from './table-of.ts';

let studio: OpenStudio;
beforeEach(() => (studio = openStudio()));
afterEach(() => studio[Symbol.dispose]());

const file = (text: string, name = 'organ.csv') => new File([text], name);
const defaults = { kind: 'synthetic', family: 'floral', role: 'heart', currency: 'EUR', date: '2026-11-21' } as const;
const choices = (byCas: 'skip' | 'update' | 'keep-both' = 'skip', byName = byCas, rows = {}) => ({
  byCas,
  byName,
  rows,
});

async function importAll(
  table: CollectionTable,
  its = choices(),
  mapping: ColumnMapping = table.guesses[table.kind],
): Promise<ImportStage> {
  const stages = await studio.client.collections.import({
    tableId: table.tableId,
    kind: table.kind,
    mapping: [...mapping],
    choices: its,
    defaults,
  });
  let last: ImportStage | undefined;
  for await (const stage of stages) last = stage;
  return last as ImportStage;
}

const read = (text: string, name?: string) => studio.client.collections.read({ file: file(text, name) });
const dump = () => dumpOf(studio.core.library, importNotes);
const named = async (name: string) =>
  (await studio.client.materials.list()).filter(
    ({ material }) => material.name.en === name || material.name.ko === name,
  );

const organ = [
  'Name,CAS,Supplier,Price/kg,Stock,Location,Odour',
  'Linalool,78-70-6,Hekserij,"€ 45.50",250 g,Shelf 2,floral; citrus',
  'My rose base,,Me,120 USD/100g,1.5 kg,,rose',
  'Mystery,78-70-7,,,,,shiny',
  '장미 베이스,,향료상회,90000 KRW,,,',
  ',,,,,,',
  ',,Nobody,,,,',
].join('\n');

describe('a collection of materials', () => {
  it('is understood by its headings, previewed with what it meets, and changes nothing until then', async () => {
    const before = dumpOf(studio.core.library);
    const table = await read(organ);
    expect(table).toMatchObject({ kind: 'materials', rows: 6, isRemembered: false });
    expect((await read(`${organ}\n\n,,\n`)).rows, 'what ends in nothing').toBe(6);
    expect(table.guesses.materials).toEqual([
      'name',
      'cas',
      'supplier',
      'price-kilogram',
      'stock',
      'location',
      'descriptors',
    ]);
    const { tableId, kind, guesses } = table;
    const preview = await studio.client.collections.preview({ tableId, kind, mapping: guesses.materials });
    expect(preview.counts).toEqual({ fresh: 3, byCas: 0, byName: 1, leftOut: 1, faults: 2 });
    expect(preview.duplicates).toMatchObject([{ row: 2, text: 'Linalool', by: 'name' }]);
    expect(preview.leftOut).toMatchObject([{ row: 7, why: 'no-name' }]);
    expect(preview.faults).toMatchObject([
      { row: 4, field: 'cas' },
      { row: 4, field: 'descriptors', text: 'shiny' },
    ]);
    expect(dumpOf(studio.core.library)).toEqual(before);
  });

  it('updates the shelf of what is here, adds what is not, and is taken back whole', async () => {
    const before = dump();
    const [linalool] = await named('Linalool');
    const done = await importAll(await read(organ), choices('update'));
    expect(done).toMatchObject({ stage: 'done', added: 3, updated: 1, skipped: 1 });
    const [updated] = await named('Linalool');
    expect(updated?.shelf).toMatchObject({
      supplier: 'Hekserij',
      stock: '250',
      price: { perKilogram: '45.5', currency: 'EUR', date: '2026-11-21' },
    });
    expect(updated?.material.name).toEqual(linalool?.material.name);
    const [base] = await named('My rose base');
    expect(base).toMatchObject({
      origin: 'own',
      material: { descriptors: ['rose'] },
      shelf: { stock: '1500', price: { perKilogram: '1200', currency: 'USD' } },
    });
    expect(await named('장미 베이스')).toHaveLength(1);
    const importId = (await studio.client.collections.imports())[0]?.id ?? '';
    expect(await studio.client.collections.undo({ importId })).toEqual({
      restored: 1,
      removed: 3,
      archived: 0,
      left: 0,
    });
    expect(dump()).toEqual(before);
    expect((await named('Linalool'))[0]).toEqual(linalool);
    expect(await refusalOf(studio.client.collections.undo({ importId }))).toMatchObject({
      code: 'collection.cannot-undo',
    });
  });

  it('skips, updates or keeps both, row by row', async () => {
    const text = 'Name,CAS,Note\nLinalool,78-70-6,a\nMy linalool,78-70-6,b\nHedione,24851-98-7,c';
    const done = await importAll(await read(text), choices('skip', 'skip', { 2: 'keep-both', 4: 'update' }));
    expect(done).toMatchObject({ added: 1, updated: 1, skipped: 1 });
    expect((await named('Linalool (2)'))[0]?.shelf.note).toBe('b'.replace('b', 'a'));
  });

  it('remembers how the columns of a table were mapped, under the same headings', async () => {
    const text = 'Stoff,Nummer,Ort\nVeilchen,,Keller';
    const first = await read(text);
    await importAll(first, choices(), ['name-en', 'cas', 'location']);
    const again = await read(text.replace('Veilchen', 'Flieder'));
    expect(again).toMatchObject({ isRemembered: true, guesses: { materials: ['name-en', 'cas', 'location'] } });
    expect((await read('Stoff,Nummer,Platz\nx,,y')).isRemembered).toBe(false);
  });

  it('archives what is used since, and leaves what was worked on, and says so', async () => {
    await importAll(await read('Name,CAS\nUsed one,\nOther one,\nOn the shelf,\nWorked on,'));
    const materialId = (await named('Used one'))[0]?.material.id ?? '';
    const line = { id: 'l', parts: '1', dilution: '100', locked: false, carrier: false, note: '' };
    await studio.client.recipes.create({
      name: { en: 'x', ko: '' },
      formula: { lines: [{ ...line, ingredient: { kind: 'material', materialId } }] },
    });
    const importId = (await studio.client.collections.imports())[0]?.id ?? '';
    const [shelved, worked] = [(await named('On the shelf'))[0], (await named('Worked on'))[0]];
    const bought = { materialId: shelved?.material.id ?? '', number: '', quantity: '5', place: '', note: '' };
    await studio.client.stock.buy({ lot: bought });
    const { id: workedId = '', ...facts } = worked?.material ?? expect.fail('it was imported');
    const shelf = worked?.shelf ?? expect.fail('it was imported');
    await studio.client.materials.edit({ materialId: workedId, revision: 1, facts, shelf: { ...shelf, note: 'mine' } });
    const counts = await studio.client.collections.undo({ importId });
    // A purchase writes on the shelf, so that it counts as worked on.
    expect(counts).toEqual({ restored: 0, removed: 1, archived: 1, left: 2 });
    expect(await named('Used one')).toMatchObject([{ archived: true }]);
    expect(await named('Other one')).toHaveLength(0);
    expect([await named('On the shelf'), await named('Worked on')]).toMatchObject([
      [{ archived: false }],
      [{ archived: false }],
    ]);
  });

  it('is all or nothing when it is cancelled half-way', async () => {
    const before = dump();
    const table = await read(collectionCsv(4000));
    const { tableId, kind, guesses } = table;
    const wanted = { tableId, kind, mapping: guesses.materials, choices: choices(), defaults };
    const seen: string[] = [];
    let most = 0;
    for await (const stage of await studio.client.collections.import(wanted)) {
      if (seen.at(-1) !== stage.stage) seen.push(stage.stage);
      if (stage.stage !== 'keeping') continue;
      most = Math.max(most, stage.done);
      if (stage.done > 0) await studio.client.collections.cancel({ importId: stage.importId });
    }
    expect(seen).toEqual(['keeping', 'taking-back', 'cancelled']);
    expect(most).toBeGreaterThan(0);
    expect(dump()).toEqual(before);
    expect(studio.bugs).toEqual([]);
  });

  it('is taken back when whoever asked goes away', async () => {
    const before = dump();
    const { tableId, kind, guesses } = await read(collectionCsv(3000));
    const wanted = { tableId, kind, mapping: guesses.materials, choices: choices(), defaults };
    for await (const stage of await studio.client.collections.import(wanted)) {
      if (stage.stage === 'keeping' && stage.done > 0) break;
    }
    await expect.poll(async () => (await studio.client.collections.imports())[0]?.state).toBe('undone');
    expect(dump()).toEqual(before);
  });

  it('reads workbooks and JSON as it reads CSV', async () => {
    const cells = [
      ['Name', 'CAS', 'Stock'],
      ['Workbook rose', '', 12.5],
    ].map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
    const book = new Uint8Array(await writeXlsxFile(cells as never).toBuffer());
    const table = await studio.client.collections.read({ file: new File([book], 'a.xlsx') });
    expect(await importAll(table)).toMatchObject({ added: 1 });
    expect((await named('Workbook rose'))[0]?.shelf.stock).toBe('12.5');
    const json = JSON.stringify({
      materials: [{ name: { en: 'Json rose', ko: '' }, shelf: { supplier: 'S', stock: '3' } }],
    });
    expect(await importAll(await read(json, 'a.json'))).toMatchObject({ added: 1 });
    expect((await named('Json rose'))[0]?.shelf).toMatchObject({ supplier: 'S', stock: '3' });
  });

  it('refuses what is no table, and a mapping that recognises nothing', async () => {
    expect(await refusalOf(read('   '))).toMatchObject({ code: 'file.not-understood', facts: { reason: 'empty' } });
    expect(await refusalOf(read('1,2\n3,4'))).toMatchObject({ facts: { reason: 'no-columns' } });
    const broken = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'x.xlsx');
    expect(await refusalOf(studio.client.collections.read({ file: broken }))).toMatchObject({
      facts: { reason: 'not-a-workbook' },
    });
    const { tableId } = await read('Name,Note\na,b');
    const asked = studio.client.collections.preview({ tableId, kind: 'materials', mapping: [null, 'note'] });
    expect(await refusalOf(asked)).toMatchObject({ facts: { reason: 'no-columns' } });
  });
});

describe('a collection of recipes', () => {
  const table = [
    'Recipe,Material,CAS,Parts,Dilution %,Solvent',
    'Rain,Linalool,78-70-6,10,,',
    'Rain,Hedione,,30,10,DPG',
    '봄밤,Linalool,,5,,',
    '봄밤,Unobtainium,,1,,',
  ].join('\n');
  const all = async () => (await studio.client.recipes.list({})).recipes;

  it('becomes many recipes at once, and none again when it is undone', async () => {
    const before = dump();
    const read1 = await read(table);
    expect(read1.kind).toBe('recipes');
    const preview = await studio.client.collections.preview({
      tableId: read1.tableId,
      kind: 'recipes',
      mapping: read1.guesses.recipes,
    });
    expect(preview.counts).toEqual({ fresh: 2, byCas: 0, byName: 0, leftOut: 0, faults: 1 });
    expect(preview.faults).toMatchObject([{ row: 5, field: 'unknown-material' }]);
    expect(await importAll(read1)).toMatchObject({ added: 2 });
    expect((await all()).filter(({ name }) => name.en === 'Rain' || name.ko === '봄밤')).toMatchObject([
      { lineCount: 1 },
      { lineCount: 2 },
    ]);
    const rain = (await all()).find(({ name }) => name.en === 'Rain');
    const { formula } = await studio.client.recipes.open({ recipeId: rain?.id ?? '' });
    expect(formula.lines).toMatchObject([{ dilution: '100' }, { dilution: '10', solventId: 'dipropylene-glycol-dpg' }]);
    const importId = (await studio.client.collections.imports())[0]?.id ?? '';
    expect(await studio.client.collections.undo({ importId })).toEqual({
      restored: 0,
      removed: 2,
      archived: 0,
      left: 0,
    });
    expect(dump()).toEqual(before);
  });

  it('updates a recipe of the same name as one edit, which undo takes back', async () => {
    await importAll(await read(table));
    const rain = (await all()).find(({ name }) => name.en === 'Rain');
    const recipeId = rain?.id ?? '';
    const was = await studio.client.recipes.open({ recipeId });
    const more = await read(`${table.split('\n').slice(0, 3).join('\n')}\nRain,Vanillin,,2,,`);
    expect(await importAll(more, choices('update'))).toMatchObject({ updated: 1 });
    expect((await studio.client.recipes.open({ recipeId })).lineCount).toBe(3);
    const importId = (await studio.client.collections.imports())[0]?.id ?? '';
    expect(await studio.client.collections.undo({ importId })).toEqual({
      restored: 1,
      removed: 0,
      archived: 0,
      left: 0,
    });
    expect((await studio.client.recipes.open({ recipeId })).formula).toEqual(was.formula);
  });

  it('reads a list of recipe files, trials and all', async () => {
    const [first, second] = (await all()).filter(({ trialCount }) => trialCount > 0);
    const texts = await Promise.all(
      [first, second].map(async (one) =>
        (await studio.client.interchange.write({ recipeId: one?.id ?? '', format: 'json' })).text(),
      ),
    );
    const list = await read(`[${texts.join(',')}]`, 'all.json');
    expect(list).toMatchObject({ hasRecipeFiles: true, kind: 'recipes', rows: 2 });
    expect(await importAll(list, choices('keep-both'))).toMatchObject({ added: 2 });
  });

  it('takes the accords and materials that recipe files brought along back with them', async () => {
    using elsewhere = openStudio();
    const mine = await elsewhere.client.materials.add({
      facts: {
        name: { en: 'House musk', ko: '' },
        aliases: { en: [], ko: [] },
        cas: [],
        kind: 'base',
        family: 'musk',
        role: 'base',
        descriptors: [],
        flags: [],
      },
    });
    const lineOf = (id: string, ingredient: object) =>
      ({ id, ingredient, parts: '1', dilution: '100', locked: false, carrier: false, note: '' }) as never;
    const musk = lineOf('m', { kind: 'material', materialId: mine.material.id });
    const accord = await elsewhere.client.recipes.create({
      name: { en: 'Accord', ko: '' },
      formula: { lines: [musk] },
    });
    const { trial } = await elsewhere.client.recipes.keepTrial({ recipeId: accord.id });
    const inside = lineOf('a', { kind: 'accord', recipeId: accord.id, trialId: trial.id });
    const { id: recipeId } = await elsewhere.client.recipes.create({
      name: { en: 'Whole', ko: '' },
      formula: { lines: [musk, inside] },
    });
    const text = await (await elsewhere.client.interchange.write({ recipeId, format: 'json' })).text();
    const before = dump();
    expect(await importAll(await read(`[${text}]`, 'all.json'))).toMatchObject({ added: 1 });
    expect(await named('House musk')).toHaveLength(1);
    const first = (await studio.client.collections.imports())[0]?.id ?? '';
    expect(await studio.client.collections.undo({ importId: first })).toEqual({
      restored: 0,
      removed: 3,
      archived: 0,
      left: 0,
    });
    expect(dump()).toEqual(before);

    await importAll(await read(`[${text}]`, 'all.json'));
    const again = await read(`[${text}]`, 'all.json');
    expect(await importAll(again, choices('update'))).toMatchObject({ updated: 1 });
    const [second = '', earlier = ''] = (await studio.client.collections.imports()).map(({ id }) => id);
    const names = async () => (await all()).map(({ name }) => name.en).filter((name) => /^(Whole|Accord)/.test(name));
    expect((await names()).sort()).toEqual(['Accord', 'Accord', 'Whole']);
    await studio.client.collections.undo({ importId: second });
    expect((await names()).sort()).toEqual(['Accord', 'Whole']);
    // The recipe was worked on since the first import, so it stays, and with it its accord; the musk is no longer offered.
    expect(await studio.client.collections.undo({ importId: earlier })).toEqual({
      restored: 0,
      removed: 0,
      archived: 1,
      left: 2,
    });
    expect(await named('House musk')).toMatchObject([{ archived: true }]);
  });
});
