import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import type { LineId } from '#foundation/ids.ts';
import type { DecimalMark } from '#perfumery/units/written-number.ts';
import { smallShelf } from '#tests/fixtures/small-shelf.ts';
import type { Cell } from './cell-text.ts';
import { parseTable } from './parse-table.ts';
import { rowsOfText } from './rows-of-text.ts';

const parse = (rows: readonly (readonly Cell[])[], mark?: DecimalMark) => {
  let next = 0;
  const newLineId = () => `l${++next}` as LineId;
  return parseTable(rows, { materials: smallShelf, newLineId, name: 'list.csv', ...(mark && { mark }) });
};
const said = (rows: readonly (readonly Cell[])[], mark?: DecimalMark) =>
  parse(rows, mark).lines.map(({ ingredient, parts, dilution, solventId }) =>
    [ingredient.kind === 'material' && ingredient.materialId, parts, dilution, ...(solventId ? [solventId] : [])].join(
      ' ',
    ),
  );
const faults = (...rows: Cell[][]) =>
  parse([['Material', 'CAS', 'Parts', 'Dilution %'], ...rows]).notUnderstood.map(({ why }) => why);
const refusal = (rows: readonly (readonly Cell[])[]) => {
  try {
    parse(rows);
  } catch (error) {
    if (isStudioError(error, 'file.not-understood')) return error.facts.reason;
    throw error;
  }
  return 'read';
};

describe('a table of materials', () => {
  it('is read by its headings in English, in any order', () => {
    expect(
      said([
        ['Note', 'Parts', 'Solvent', 'Ingredient', 'Dilution %'],
        ['top', '60', '', 'Bergamot oil FCF', ''],
        ['', '2.5', 'DPG', 'Galbanum oil', '10'],
      ]),
    ).toEqual(['bergamot-fcf 60 100', 'galbanum-oil 2.5 10 dpg']);
  });

  it('is read by its headings in Korean, below a title', () => {
    expect(
      said([
        ['나의 향수', null],
        [],
        ['원료명', '배합량', '희석(%)', '용매'],
        ['베르가못 오일 FCF'.normalize('NFD'), 60, '', ''],
        ['바닐린', '5', '10', '에탄올'],
      ]),
    ).toEqual(['bergamot-fcf 60 100', 'vanillin 5 10 ethanol']);
  });

  it('is read without headings', () => {
    expect(
      said([
        ['78-70-6', 'Linalool', '12,5'],
        ['54464-57-2', 'Iso E Super', '100'],
      ]),
    ).toEqual(['linalool 12.5 100', 'iso-e-super 100 100']);
  });

  it('knows a strength written into a name', () => {
    const named = [
      'Vanillin @10% in DPG',
      'Vanillin 10% in DPG',
      'Vanillin (10 %)',
      'Vanillin 10% EtOH',
      '바닐린 10% DPG',
      'Vanillin 0.1%',
    ];
    expect(said([['Material', 'g'], ...named.map((name) => [name, 1])])).toEqual([
      'vanillin 1 10 dpg',
      'vanillin 1 10 dpg',
      'vanillin 1 10',
      'vanillin 1 10 ethanol',
      'vanillin 1 10 dpg',
      'vanillin 1 0.1',
    ]);
  });

  it('knows materials by alias, SKU, CAS and a beginning that only one fits', () => {
    const { matched } = parse([
      ['Material', 'CAS', 'Parts'],
      ['MDJ', '', 1],
      ['FIR-101', '', 1],
      ['', '121-33-5', 1],
      ['Galbanum', '', 1],
      ['Hedione', '', 1],
    ]);
    expect(matched.map(({ materialId, by }) => `${materialId} ${by}`)).toEqual([
      'hedione alias',
      'hedione sku',
      'vanillin cas',
      'galbanum-oil near',
      'hedione alias',
    ]);
  });

  it('lets the name decide between materials of one CAS number, and asks where it does not', () => {
    const { matched, notUnderstood } = parse([
      ['Material', 'CAS', 'Parts'],
      ['Bergamot oil FCF', '8007-75-8', 1],
      ['', '8007-75-8', 1],
      ['Linalool', '121-33-5', 1],
    ]);
    expect(matched.map(({ materialId }) => materialId)).toEqual(['bergamot-fcf']);
    expect(notUnderstood).toMatchObject([
      { row: 3, why: 'ambiguous', detail: 'Bergamot oil (expressed), Bergamot oil FCF' },
      { row: 4, why: 'ambiguous', detail: 'Vanillin, Linalool' },
    ]);
  });

  it('believes the marks of its own numbers, and asks where nothing tells them apart', () => {
    const rows = (...amounts: string[]) => [['Material', 'Parts'], ...amounts.map((amount) => ['Linalool', amount])];
    expect(said(rows('1,250', '12,5'))).toEqual(['linalool 1.25 100', 'linalool 12.5 100']);
    expect(said(rows('1,250', '1,000.5'))).toEqual(['linalool 1250 100', 'linalool 1000.5 100']);
    expect(said(rows('1,250'), 'comma')).toEqual(['linalool 1.25 100']);
    expect(parse(rows('1,250')).notUnderstood).toMatchObject([{ row: 2, why: 'ambiguous', detail: '1,250' }]);
  });

  it('does not guess whether bare strengths up to 1 are fractions or percents', () => {
    const rows = (heading: string) => [
      ['Material', 'Parts', heading],
      ['Linalool', 1, 0.1],
      ['Vanillin', 1, 1],
    ];
    expect(parse(rows('Dilution')).notUnderstood).toMatchObject([{ why: 'ambiguous' }, { why: 'ambiguous' }]);
    expect(said(rows('Dilution %'))).toEqual(['linalool 1 0.1', 'vanillin 1 1']);
  });

  it('tells sums and unknown columns as left aside', () => {
    const { ignored, notUnderstood } = parse([
      ['Material', 'Parts', 'Mood'],
      ['Linalool', 1, 'gay'],
      ['Total', 1],
      ['합계', 1],
      ['', 1, 'TOTAL'],
    ]);
    expect(ignored).toMatchObject([
      { row: 0, text: 'Mood', why: 'column' },
      { row: 3, why: 'total' },
      { row: 4, why: 'total' },
      { row: 5, why: 'total' },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it('never drops a row without a word', () => {
    expect(faults(['Unobtainium', '', 1, ''])).toEqual(['unknown-material']);
    expect(faults(['Linalool', '78-70-7', 1, ''])).toEqual(['bad-cas']);
    expect(faults(['Linalool', '', '', ''])).toEqual(['no-amount']);
    expect(faults(['Linalool', '', 'lots', ''])).toEqual(['bad-amount']);
    expect(faults(['Linalool', '', '=1+1', ''])).toEqual(['bad-amount']);
    expect(faults(['Linalool', '', -3, ''])).toEqual(['negative-amount']);
    expect(faults(['Linalool', '', '−3', ''])).toEqual(['negative-amount']);
    expect(faults(['Linalool', '', 1e300, ''])).toEqual(['absurd-amount']);
    expect(faults(['Linalool', '', '99999999999', ''])).toEqual(['absurd-amount']);
    expect(faults(['Linalool', '', 1, '0'])).toEqual(['bad-dilution']);
    expect(faults(['Linalool', '', 1, '110'])).toEqual(['bad-dilution']);
    expect(faults(['Linalool 10% in rainwater', '', 1, ''])).toEqual(['bad-dilution']);
  });

  it('cleans what nobody typed and keeps emoji', () => {
    const { lines } = parse([
      ['Material', 'Parts', 'Note'],
      ['\u202eLinalool\u202c\u200b', '1', '봄 🌸\u0007 밤'.normalize('NFD')],
    ]);
    expect(lines).toMatchObject([{ ingredient: { materialId: 'linalool' }, note: '봄 🌸 밤' }]);
    expect(
      said([
        ['Material', 'Parts'],
        ['My 🌹 base', 1],
      ]),
    ).toEqual(['own-base 1 100']);
  });

  it('refuses what is empty, has no materials, or is too long', () => {
    expect(refusal([])).toBe('empty');
    expect(refusal([['', null], []])).toBe('empty');
    expect(
      refusal([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toBe('no-columns');
    expect(refusal([['Linalool'], ['Vanillin']])).toBe('no-columns');
    expect(refusal(Array.from({ length: 10_000 }, () => ['Linalool', '1']))).toBe('too-many-lines');
  });

  it('accounts for every row, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12, unit: 'grapheme' }),
      fc.double(),
      fc.constantFrom<Cell>('Linalool', '78-70-6', null, '10%', '1,250'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (rows) => {
        const { lines, notUnderstood, ignored } = parse([
          ['Material', 'Parts', 'Dilution %'],
          ...rows,
          ['Linalool', 1],
        ]);
        const filled =
          rows.filter((row) => row.some((one) => one !== null && String(one).replace(/[\s\p{C}]/gu, '') !== ''))
            .length + 1;
        expect(lines.length + notUnderstood.length + ignored.filter(({ row }) => row > 0).length).toBe(filled);
      }),
    );
  });
});

describe('pasted text', () => {
  it('is rows and cells, quoted or not', () => {
    expect(rowsOfText('a\t"b ""c""\nd"\r\ne\tf\n')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', 'f'],
    ]);
    expect(rowsOfText('Linalool;12,5\nVanillin;1')).toEqual([
      ['Linalool', '12,5'],
      ['Vanillin', '1'],
    ]);
  });

  it('is a list of names and amounts as people type it', () => {
    expect(said(rowsOfText('Hedione 10% in DPG  12.5\n3 g Vanillin\nIso E Super 100'))).toEqual([
      'hedione 12.5 10 dpg',
      'vanillin 3 100',
      'iso-e-super 100 100',
    ]);
  });
});
