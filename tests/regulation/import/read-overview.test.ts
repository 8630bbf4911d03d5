import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { compareTables } from '#perfumery/safety/import/compare-tables.ts';
import { mergeOverview } from '#perfumery/safety/import/merge-overview.ts';
import type { OverviewCell } from '#perfumery/safety/import/overview.ts';
import { readOverview } from '#perfumery/safety/import/read-overview.ts';
import { columnOf, overviewHeader, overviewRows } from '#tests/fixtures/overview-rows.ts';

const { ifra } = loadRegulation(resolve('assets/regulation'));
const facts = { fileName: 'overview.xlsx', date: '2026-11-21' };
const firstLimit = columnOf('Category 1 (%)');
const stopping = (rows: OverviewCell[][]) => {
  const overview = readOverview(rows);
  return [...overview.problems, ...mergeOverview(overview, ifra, facts).problems].filter(({ stops }) => stops);
};
const at = (key: string) => ifra.standards.findIndex((standard) => standard.key === key) + 3;
const set = (key: string, header: string, value: OverviewCell) => {
  const rows = overviewRows(ifra);
  const row = rows[at(key)];
  if (row) row[columnOf(header)] = value;
  return rows;
};

describe('importing an overview', () => {
  it('of the table in force changes nothing', () => {
    const overview = readOverview(overviewRows(ifra));
    expect(overview.problems).toEqual([]);
    const { table, problems } = mergeOverview(overview, ifra, facts);
    expect(problems.filter(({ stops }) => stops)).toEqual([]);
    expect(compareTables(ifra, table)).toEqual([]);
    expect(table.groups).toEqual(ifra.groups);
    expect(table).toMatchObject({ amendment: 51, checked: '2026-11-21' });
    expect(table.standards.map(({ scope, prohibited }) => ({ scope, prohibited }))).toEqual(
      ifra.standards.map(({ scope, prohibited }) => ({ scope, prohibited })),
    );
  });

  it('finds the columns wherever they stand', () => {
    const rows = overviewRows(ifra).map((row) => ['moved', ...[...row].reverse()]);
    const standards = readOverview(rows).standards;
    expect(standards).toHaveLength(ifra.standards.length);
    expect(standards).toEqual(readOverview(overviewRows(ifra)).standards);
  });

  it('counts the cells by what they say', () => {
    const { counts } = readOverview(overviewRows(ifra));
    const restricting = ifra.standards.filter(({ limits }) => limits).length;
    expect(counts.blank).toBe((ifra.standards.length - restricting) * 18);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(ifra.standards.length * 18);
    expect(counts['see-note']).toBe(90);
  });

  it('shows one changed cell, with both limits', () => {
    const overview = readOverview(set('eugenol', 'Category 4 (%)', '1,5'));
    const [difference, ...others] = compareTables(ifra, mergeOverview(overview, ifra, facts).table);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      key: 'eugenol',
      what: 'changed',
      cells: [{ category: '4', before: { percent: '2.5' }, now: { percent: '1.5' } }],
    });
  });

  it('adds a standard we lack, with everything the row says', () => {
    const rows = overviewRows(ifra);
    const limits = overviewHeader.slice(firstLimit).map(() => '0,20');
    rows.push([
      'IFRA_STD_999', 52, 'March 30, 2028', '2027-03-30', 'New thing', '64-17-5', null, 'RESTRICTION', 'DERMAL SENSITIZATION AND SYSTEMIC TOXICITY',
      null, null, null, null, null, ...limits,
    ]); // biome-ignore format: one row of a spreadsheet
    const { table } = mergeOverview(readOverview(rows), ifra, facts);
    expect(table.amendment).toBe(52);
    expect(table.standards.at(-1)).toMatchObject({
      key: 'new-thing',
      row: 'IFRA_STD_999',
      deadlines: { newCreations: '2027-03-30', existingCreations: '2028-03-30' },
      scope: { cas: ['64-17-5'] },
      limits: { '12': { state: 'limit', percent: '0.2' } },
    });
    expect(compareTables(ifra, table)).toMatchObject([{ key: 'new-thing', what: 'added' }]);
  });

  it('keeps the deadlines, and shows them where a limit or they themselves change', () => {
    const rows = set('eugenol', 'Implementation deadline for new creations', 'May 1, 2027');
    const merged = mergeOverview(readOverview(rows), ifra, facts).table;
    expect(merged.standards.find(({ key }) => key === 'eugenol')?.deadlines?.newCreations).toBe('2027-05-01');
    expect(compareTables(ifra, merged)).toMatchObject([
      {
        key: 'eugenol',
        cells: [],
        deadlines: { before: { newCreations: '2024-03-30' }, now: { newCreations: '2027-05-01' } },
      },
    ]);
  });

  it('tells of a deadline it cannot read, and reads a workbook without any', () => {
    const { problems } = readOverview(set('eugenol', 'Implementation deadline for existing creations', 'soon'));
    expect(problems).toMatchObject([{ why: 'cell-unreadable', stops: false, text: 'soon' }]);
    const [from, to] = [2, 4];
    const without = overviewRows(ifra).map((row) => [...row.slice(0, from), ...row.slice(to)]);
    const { table } = mergeOverview(readOverview(without), ifra, facts);
    expect(compareTables(ifra, table)).toEqual([]);
    expect(table.standards.find(({ key }) => key === 'eugenol')?.deadlines?.newCreations).toBe('2024-03-30');
  });

  it('shows a withdrawn standard, and keeps its group without it', () => {
    const rows = overviewRows(ifra).filter((row) => row[columnOf('CAS numbers')] !== '8007-75-8\r\n89957-91-5');
    const { table } = mergeOverview(readOverview(rows), ifra, facts);
    expect(compareTables(ifra, table)).toMatchObject([{ key: 'bergamot-oil-expressed', what: 'withdrawn' }]);
    expect(table.groups.find(({ key }) => key === 'phototoxic-oils')?.standards).toHaveLength(7);
  });

  it('recognises a standard by its CAS when its row key moved', () => {
    const rows = set('eugenol', 'Key', 'IFRA_STD_300');
    const { table } = mergeOverview(readOverview(rows), ifra, facts);
    expect(table.standards.find(({ key }) => key === 'eugenol')?.row).toBe('IFRA_STD_300');
  });
});

describe('an overview that is not as it should be', () => {
  it('refuses limits shifted by one column under their headers', () => {
    const rows = overviewRows(ifra).map((row, index) => {
      if (index < 3) return row;
      const limits = row.slice(firstLimit);
      return [...row.slice(0, firstLimit), limits.at(-1), ...limits.slice(0, -1)];
    });
    expect(stopping(rows).map(({ why }) => why)).toContain('column-shifted');
  });

  it('refuses two neighbouring columns exchanged, even those the vector cannot tell apart', () => {
    const [a, b] = [columnOf('Category 10A (%)'), columnOf('Category 10B (%)')];
    const rows = overviewRows(ifra).map((row, index) => {
      if (index < 3) return row;
      const changed = [...row];
      [changed[a], changed[b]] = [row[b], row[a]];
      return changed;
    });
    expect(stopping(rows)).toMatchObject([
      { why: 'column-shifted', column: 'Category 10A (%)' },
      { why: 'column-shifted', column: 'Category 10B (%)' },
    ]);
  });

  it('names the row and the column of a cell it cannot read', () => {
    expect(stopping(set('eugenol', 'Category 4 (%)', 'about 2'))).toMatchObject([
      { why: 'cell-unreadable', row: at('eugenol') + 1, column: 'Category 4 (%)', text: 'about 2' },
    ]);
  });

  it('refuses a blank among the limits, and a limit where nothing restricts', () => {
    expect(stopping(set('eugenol', 'Category 4 (%)', ''))).toMatchObject([{ why: 'cell-blank' }]);
    expect(stopping(set('musk-xylene', 'Category 4 (%)', 0.1))).toMatchObject([{ why: 'cell-unexpected' }]);
  });

  it('refuses a mistyped CAS and an unknown type', () => {
    expect(stopping(set('eugenol', 'CAS numbers', '97-53-1'))).toMatchObject([{ why: 'cas-check-digit' }]);
    expect(stopping(set('eugenol', 'IFRA Standard type', 'RECOMMENDATION'))).toMatchObject([
      { why: 'cell-unreadable', column: 'IFRA Standard type' },
    ]);
  });

  it('refuses a missing or doubled column, another sheet, and half a table', () => {
    const renamed = overviewRows(ifra);
    renamed[2] = overviewHeader.map((header) => (header === 'Category 9 (%)' ? 'Category 8 (%)' : header));
    expect(stopping(renamed).map(({ why }) => why)).toEqual(expect.arrayContaining(['column-missing', 'column-twice']));
    expect(stopping([['Material', 'Parts']]).map(({ why }) => why)).toContain('no-header');
    expect(stopping(overviewRows(ifra).slice(0, 150)).map(({ why }) => why)).toContain('too-few-standards');
  });

  it('takes a note without a figure for prohibited, and says so', () => {
    const { problems, standards } = readOverview(set('safrole', 'Restricted ingredients: notes', 'See elsewhere.'));
    expect(problems).toMatchObject([{ why: 'note-without-figure', stops: false }]);
    expect(standards.find(({ row }) => row === 'IFRA_STD_179')?.traceCeiling).toBeUndefined();
  });
});
