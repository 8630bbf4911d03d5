import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { categories } from '#perfumery/safety/category.ts';
import { compareTables } from '#perfumery/safety/import/compare-tables.ts';
import { mergeOverview } from '#perfumery/safety/import/merge-overview.ts';
import { readOverview } from '#perfumery/safety/import/read-overview.ts';
import { indexRegulation } from '#perfumery/safety/index-regulation.ts';
import { readOverviewRows } from '#services/regulation/read-overview-file.ts';
import { sharedPath } from '#tests/catalogue/read-assets.ts';
import { readOfficial } from '#tests/regulation/official.ts';

const path = sharedPath('data/ifra51/ifra-51st-amendment-ifra-standards-overview.xlsx');
const has = existsSync(path);

describe.skipIf(!has)("IFRA's own workbook", async () => {
  const regulation = loadRegulation(resolve('assets/regulation'));
  const { ifra } = regulation;
  const rows = has ? await readOverviewRows({ name: 'overview.xlsx', bytes: readFileSync(path) }) : [];
  const overview = readOverview(rows);
  const { table, problems } = mergeOverview(overview, ifra, { fileName: 'overview.xlsx', date: '2026-11-21' });
  const official = has ? readOfficial() : [];

  it('is read whole: 263 standards, every cell as in the reference copy, nothing that stops', () => {
    expect(overview.problems).toEqual([]);
    expect(overview.standards).toHaveLength(263);
    expect(overview.amendment).toBe(51);
    const theirs = new Map(official.map((row) => [row.row, row]));
    let cells = 0;
    for (const { row, limits, amendment, kinds, clauses } of overview.standards) {
      const expected = theirs.get(row);
      expect(amendment, row).toBe(expected?.amendment);
      expect(new Set(kinds), row).toEqual(expected?.kinds);
      expect(new Set(clauses.flatMap(({ cas }) => cas)), row).toEqual(new Set(expected?.cas));
      expect(limits === undefined, row).toBe(expected?.limits === undefined);
      for (const category of categories) {
        const [is, was] = [limits?.[category], expected?.limits?.[category]];
        expect(is?.state, `${row} ${category}`).toBe(was?.state);
        if (is?.state === 'limit' && was?.state === 'limit')
          expect(Number(is.percent), `${row} ${category}`).toBe(Number(was.percent));
        cells += 1;
      }
    }
    expect(cells).toBe(263 * 18);
  });

  it('has as many cells of each state as were counted by hand', () => {
    expect(overview.counts).toEqual({
      blank: 1548,
      'no-restriction': 182,
      'see-note': 90,
      prohibited: 2,
      limit: 3186 - 182 - 90 - 2,
    });
  });

  it('finds the five ceilings that stand only in notes', () => {
    const ceilings = overview.standards.flatMap(({ row, traceCeiling }) => (traceCeiling ? [[row, traceCeiling]] : []));
    expect(Object.fromEntries(ceilings)).toEqual({
      IFRA_STD_110: '0.01',
      IFRA_STD_112: '0.01',
      IFRA_STD_154: '0.0013',
      IFRA_STD_158: '0.01',
      IFRA_STD_179: '0.01',
    });
  });

  it('agrees with every number that ships, and adds the standards that do not', () => {
    expect(problems.filter(({ stops }) => stops)).toEqual([]);
    const differences = compareTables(ifra, table);
    expect(differences.filter(({ what }) => what !== 'added')).toEqual([]);
    expect(differences).toHaveLength(263 - ifra.standards.length);
    expect(table.standards).toHaveLength(263);
    expect(table.groups).toEqual(ifra.groups);
    expect(new Set(table.standards.map(({ key }) => key)).size).toBe(263);
  });

  it('names deadlines for the standards of 2020 and 2023, and none for most of the old ones', () => {
    const by = Map.groupBy(overview.standards, ({ deadlines }) => deadlines?.existingCreations ?? 'none');
    expect(by.get('2025-10-30')).toHaveLength(58);
    expect(by.get('2022-02-10')).toHaveLength(116);
    expect(by.get('1991-12')).toHaveLength(1);
    expect(table.standards.find(({ row }) => row === 'IFRA_STD_266')?.deadlines).toEqual({
      newCreations: '2023-08-30',
      existingCreations: '2024-07-30',
    });
  });

  it('keeps grades, ceilings and what is prohibited as such', () => {
    for (const mine of ifra.standards) {
      const kept = table.standards.find(({ key }) => key === mine.key);
      expect(kept?.scope.grades, mine.key).toEqual(mine.scope.grades);
      expect(kept?.prohibited, mine.key).toEqual(mine.prohibited);
      expect(kept?.traceCeiling, mine.key).toEqual(mine.traceCeiling);
    }
  });

  it('can be judged by', () => {
    const index = indexRegulation({ ...regulation, ifra: table });
    const hits = index.hitsOf({ cas: ['10599-70-9'], grade: 'unspecified' });
    expect(hits.some(({ prohibited }) => prohibited)).toBe(true);
  });
});
