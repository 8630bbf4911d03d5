import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { isStudioError } from '#foundation/errors.ts';
import { pack } from '#tests/fixtures/pack.ts';
import { smallStudio } from './small-studio.ts';

async function reasonFor(content: string | Uint8Array, name: string): Promise<string> {
  using studio = smallStudio();
  try {
    await studio.read(new File([content as Uint8Array<ArrayBuffer>], name));
  } catch (error) {
    if (isStudioError(error, 'file.not-understood')) return error.facts.reason;
    if (isStudioError(error)) return error.code;
    throw error;
  }
  return 'read';
}

async function linesOf(content: string | Uint8Array, name: string): Promise<readonly string[]> {
  using studio = smallStudio();
  const { formula, format } = await studio.read(new File([content as Uint8Array<ArrayBuffer>], name));
  return [
    format,
    ...formula.lines.map(
      ({ ingredient, parts, dilution }) =>
        `${ingredient.kind === 'material' && ingredient.materialId} ${parts} ${dilution}`,
    ),
  ];
}

const workbook = (sheet: Uint8Array) =>
  ({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': strToU8('<?xml version="1.0"?><workbook/>'),
    'xl/worksheets/sheet1.xml': sheet,
  }) as const;

describe('a file that is no recipe', () => {
  it.each([
    ['empty', '', 'a.csv'],
    ['empty', ' \n \n', 'a.csv'],
    ['no-columns', 'dear diary\ntoday it rained', 'a.txt'],
    ['not-json', '{"sillage": ', 'a.json'],
    ['not-a-recipe', '[1, 2]', 'a.json'],
    ['not-a-recipe', '{"sillage": "recipe", "version": 1, "formula": "none"}', 'a.json'],
    ['newer-schema', '{"sillage": "recipe", "version": 2}', 'a.json'],
    ['not-a-workbook', 'not a zip at all', 'a.xlsx'],
    ['not-a-workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'a.xls'],
    ['not-a-workbook', zipSync({ 'readme.txt': strToU8('hello') }), 'a.xlsx'],
    ['not-a-workbook', zipSync(workbook(strToU8('<broken'))).subarray(0, 300), 'a.xlsx'],
    ['encoding', new Uint8Array([1, 2, 3, 0xff, 0xfe, 0, 0, 7]), 'a.csv'],
    ['too-many-lines', `Material,Parts\n${'Linalool,1\n'.repeat(10_000)}`, 'a.csv'],
    ['file.too-large', new Uint8Array(10_000_001), 'a.csv'],
  ])('is refused as %s', async (reason, content, name) => expect(await reasonFor(content, name)).toBe(reason));

  it('is refused as a bomb when it unpacks to too much', async () => {
    const bomb = pack(workbook(new Uint8Array(200 * 1024 * 1024)));
    expect(await reasonFor(bomb, 'a.xlsx')).toBe('bomb');
  });

  it('is refused as a bomb when it lies about its size', async () => {
    const lying = pack(workbook(new Uint8Array(80 * 1024 * 1024)), () => 100);
    expect(await reasonFor(lying, 'a.xlsx')).toBe('bomb');
  });

  it('is refused as a bomb when it has thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`xl/${index}.xml`, strToU8('x')]));
    expect(await reasonFor(zipSync({ ...parts, ...workbook(strToU8('<x/>')) }), 'a.xlsx')).toBe('bomb');
  });
});

describe('a list of materials', () => {
  const table = (divider: string, ...rows: string[][]) => rows.map((row) => row.join(divider)).join('\r\n');
  const korean = [
    ['원료', '배합량'],
    ['리날로올', '12.5'],
  ];

  it('is read in the encodings spreadsheets use', async () => {
    const text = table(',', ...korean);
    const utf16 = (bytes: Buffer) => new Uint8Array(bytes);
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const lines = ['csv', 'linalool 12.5 100'];
    expect(await linesOf(`\ufeff${text}`, 'a.csv')).toEqual(lines);
    expect(await linesOf(text.normalize('NFD'), 'a.csv')).toEqual(lines);
    expect(await linesOf(utf16(little), 'a.csv')).toEqual(lines);
    expect(await linesOf(utf16(Buffer.from(little).swap16()), 'a.csv')).toEqual(lines);
    // "원료,배합량\r\n리날로올,12.5" in CP949
    const cp949 = Buffer.from('bff8b7e12cb9e8c7d5b7ae0d0ab8aeb3afb7cebfc32c31322e35', 'hex');
    expect(await linesOf(new Uint8Array(cp949), 'a.csv')).toEqual(lines);
  });

  it('is read with semicolons and decimal commas, and with tabs', async () => {
    const rows = [
      ['Material', 'Parts', 'Dilution'],
      ['Linalool', '12,5', ''],
      ['Vanillin', '1,250', '10 %'],
    ];
    expect(await linesOf(table(';', ...rows), 'a.csv')).toEqual(['csv', 'linalool 12.5 100', 'vanillin 1.25 10']);
    expect(await linesOf(table('\t', ...rows), 'a.tsv')).toEqual(['csv', 'linalool 12.5 100', 'vanillin 1.25 10']);
  });

  it('loses no row to a quote that is never closed', async () => {
    const rows = 'Material,Parts\n"Linalool,1\nVanillin,2\nIso E Super,3\n';
    expect(await linesOf(rows, 'a.csv')).toEqual(['csv', 'linalool 1 100', 'vanillin 2 100', 'iso-e-super 3 100']);
  });

  it('is read when a cell holds a novel', async () => {
    expect(await linesOf(`Material,Parts\n${'9'.repeat(2_000_000)},1\nLinalool,2`, 'a.csv')).toEqual([
      'csv',
      'linalool 2 100',
    ]);
  });

  it('is found on the sheet of a workbook that holds it', async () => {
    const buffer = await writeXlsxFile([
      { sheet: 'About', data: [['Nothing here']] },
      {
        sheet: 'Formula',
        data: [
          ['Material', 'g'],
          ['Linalool', 0.1 + 0.2],
          ['Vanillin @1% in DPG', '2,5'],
        ],
      },
    ]).toBuffer();
    expect(await linesOf(new Uint8Array(buffer), 'a.xlsx')).toEqual(['xlsx', 'linalool 0.3 100', 'vanillin 2.5 1']);
  });
});

describe('a recipe file written by hand', () => {
  const file = (more: object) => JSON.stringify({ sillage: 'recipe', version: 1, formula: [], ...more });

  it('finds materials by name and CAS where ids are strange, and tells every line it cannot keep', async () => {
    using studio = smallStudio();
    const content = file({
      materials: {
        x1: { name: { en: 'linalool' }, cas: ['78-70-6'] },
        x2: { name: { ko: '바닐린' } },
        x3: { name: { en: 'Unobtainium' } },
        x4: { name: { en: '' }, cas: ['121-33-6'] },
      },
      formula: [
        { material: 'x1', parts: 1 },
        { material: 'x2', parts: '2,5', dilution: '10' },
        { material: 'x3', parts: '1' },
        { material: 'x4', parts: '1' },
        { material: 'x1', parts: '-1' },
        { material: 'x1', parts: 'many' },
        { material: 'x1', parts: '1', dilution: '0' },
        { material: 'nobody', parts: '1' },
        { accord: { recipe: 'r', trial: 't' }, parts: '1' },
      ],
    });
    const { formula, notUnderstood, matched } = await studio.read(new File([content], 'a.json'));
    expect(formula.lines).toMatchObject([
      { ingredient: { materialId: 'linalool' }, parts: '1' },
      { ingredient: { materialId: 'vanillin' }, parts: '2.5', dilution: '10' },
    ]);
    expect(matched.map(({ by }) => by)).toEqual(['cas', 'name']);
    expect(notUnderstood.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '3 unknown-material',
      '4 bad-cas',
      '5 negative-amount',
      '6 bad-amount',
      '7 bad-dilution',
      '8 unknown-material',
      '9 unknown-accord',
    ]);
  });

  it('refuses accords that go round in a circle', async () => {
    using studio = smallStudio();
    const accord = (trial: string, inner: string) => ({
      recipe: `r${trial}`,
      trial,
      name: { en: trial, ko: '' },
      product: { type: 'x', category: '4', dosage: '10', batch: '10', bottle: '10', carrierId: 'ethanol' },
      formula: [{ accord: { recipe: `r${inner}`, trial: inner }, parts: '1' }],
    });
    const materials = { ethanol: { name: { en: 'Ethanol' }, cas: ['64-17-5'] } };
    const understood = await studio.read(
      new File(
        [
          file({
            materials,
            accords: [accord('a', 'b'), accord('b', 'a')],
            formula: [{ accord: { recipe: 'rb', trial: 'b' }, parts: '1' }],
          }),
        ],
        'a.json',
      ),
    );
    expect(understood.notUnderstood).toMatchObject([{ why: 'unknown-accord' }]);
    expect(studio.keep(understood).lineCount).toBe(1);
  });

  it('keeps nothing when any of it cannot be kept', async () => {
    using studio = smallStudio();
    const understood = await studio.read(new File(['Material,Parts\nLinalool,1'], 'a.csv'));
    const trial = {
      name: { en: '', ko: '' },
      note: '',
      formula: { lines: understood.formula.lines.map((one) => ({ ...one, parts: '-1' as never })) },
    };
    expect(() => studio.keep({ ...understood, trials: [trial] })).toThrow('amount-negative');
    expect(studio.needs.recipes.page({ search: '', archived: false, limit: 10, offset: 0 }).total).toBe(0);
  });
});
