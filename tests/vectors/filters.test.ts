import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlOf } from '#library/vectors/filter-sql.ts';
import type { LanceTable } from '#library/vectors/lance-table.ts';
import { writtenRow } from '#library/vectors/row-batch.ts';
import { listFields, numberFields, type SearchFilter, satisfies } from '#perfumery/search/search-filter.ts';
import { type SearchItem, searchKinds } from '#perfumery/search/search-item.ts';
import { temporaryFolder, temporaryTable } from './temporary-index.ts';

const hostile = [
  '',
  ' ',
  "'",
  "''",
  "\\'",
  "x' OR 'a' = 'a",
  "']) OR true --",
  '"',
  '`',
  ']',
  ',',
  '%',
  '_',
  ';',
  '\\',
  '\n',
  '\0',
  '\u00a0',
  '장미',
  '장미',
  'ÀÉ',
  '🌹',
  'null',
  'NaN',
  'a'.repeat(300),
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((some) => some.toWellFormed()) },
);
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 1e21, 5e-324, Number.MAX_VALUE, 2 ** 53 + 2),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -20, max: 20 }),
);
const bound = fc.oneof(number, fc.constantFrom(Number.NaN, Infinity, -Infinity));
const day = fc.constantFrom('2024-12-31', '2026-01-01', '2026-01-02', '2026-11-21', "2026'", '');
const texts = fc.array(text, { maxLength: 4 });
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const facets = fc
  .record({
    lists: fc.tuple(...listFields.map(() => texts)),
    numbers: fc.tuple(...numberFields.map(() => perhaps(number))),
    changed: perhaps(day),
  })
  .map(({ lists, numbers, changed }) => ({
    ...Object.fromEntries(listFields.map((field, i) => [field, lists[i]])),
    ...Object.fromEntries(numberFields.flatMap((field, i) => (numbers[i] === undefined ? [] : [[field, numbers[i]]]))),
    ...(changed !== undefined && { changed }),
  })) as fc.Arbitrary<SearchItem['facets']>;

const library = (size: number): readonly SearchItem[] =>
  fc
    .sample(fc.record({ kind: fc.constantFrom(...searchKinds), facets, title: text }), { numRuns: size, seed: 4 })
    .map(({ kind, facets: known, title }, n) => ({
      id: `${title}:${n}`,
      kind,
      subject: String(n),
      title: { en: title },
      codes: [],
      words: '',
      facets: known,
    }));

const filter: fc.Arbitrary<SearchFilter> = fc.oneof(
  fc.record({ field: fc.constant('kind' as const), any: fc.subarray([...searchKinds]) }),
  fc.record({ field: fc.constantFrom(...listFields), any: texts }),
  fc.record({ field: fc.constantFrom(...listFields), none: texts }),
  fc.record({ field: fc.constantFrom(...numberFields), min: bound, max: bound }, { requiredKeys: ['field'] }),
  fc.record({ field: fc.constant('changed' as const), from: day, to: day }, { requiredKeys: ['field'] }),
);

describe('filters', () => {
  const items = library(400);
  const place = temporaryFolder();
  let table: LanceTable;

  beforeAll(async () => {
    table = await temporaryTable(place.folder, 2);
    const rows = items.map((item) => writtenRow(item, () => []));
    await table.add(rows.slice(0, 300));
    await table.index(true);
    // Some rows outside the indexes, some replaced, some gone, as in a library that is used.
    await table.add(rows.slice(300));
    await table.merge(rows.slice(100, 150));
    await table.delete(rows.slice(0, 20).map(({ item }) => item.id));
  });
  afterAll(() => {
    table.close();
    place.remove();
  });

  const agree = async (filters: readonly SearchFilter[]) => {
    const expected = items.slice(20).filter((item) => filters.every((one) => satisfies(item, one)));
    const found = await table.page({ filters, order: { by: 'name', language: 'en' }, limit: 1000 });
    expect(new Set(found), sqlOf(filters)).toEqual(new Set(expected.map(({ id }) => id)));
    expect(await table.count(filters), sqlOf(filters)).toBe(expected.length);
  };

  it('mean in the index exactly what they mean item by item, whatever the strings are', async () => {
    await fc.assert(fc.asyncProperty(fc.array(filter, { minLength: 1, maxLength: 3 }), agree), {
      numRuns: 100,
      seed: 7,
    });
  });

  it('mean the same when columns have indexes of their own', async () => {
    await table.index(true, 5000);
    await table.merge(items.slice(200, 220).map((item) => writtenRow(item, () => [])));
    await fc.assert(fc.asyncProperty(fc.array(filter, { minLength: 1, maxLength: 3 }), agree), {
      numRuns: 100,
      seed: 8,
    });
  });

  it.each(hostile)('take %j as a value and never as SQL', async (value) => {
    for (const field of ['tags', 'materials'] as const) {
      await agree([{ field, any: [value] }]);
      await agree([{ field, none: [value] }]);
    }
  });

  it('find items whose ids are hostile', async () => {
    const ids = items.slice(20).map(({ id }) => id);
    expect(new Set((await table.itemsOf(ids)).keys())).toEqual(new Set(ids));
  });

  it('let nothing pass that is asked to be one of nothing', () => {
    expect(sqlOf([{ field: 'tags', any: [] }])).toBe('false');
    expect(sqlOf([{ field: 'tags', none: [] }])).toBeUndefined();
    expect(sqlOf([])).toBeUndefined();
  });
});
