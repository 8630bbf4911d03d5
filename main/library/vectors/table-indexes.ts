/**
 * @file The indexes of a table: which columns have one, of what kind, and from how many rows on.
 */
import type { Index, Table } from '@lancedb/lancedb';
import { listFields, numberFields } from '#perfumery/search/search-filter.ts';
import { columnOf } from './filter-sql.ts';
import { lance } from './lance.ts';
import { indexFrom } from './vector-strategy.ts';

/** Rows from which indexes of plain columns are worth their files. */
const scalarFrom = 5000;
/** Bytes: names are cut far below it. */
const longestToken = 2000;

/** The inverted list of words and names; there from the first row on. */
export async function textIndex(table: Table): Promise<void> {
  await table.createIndex('terms', {
    config: lance().Index.fts({
      baseTokenizer: 'whitespace',
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: false,
      maxTokenLength: longestToken,
    }),
  });
}

/** Builds the indexes that a table of `rows` is worth: those it lacks, or all of them `anew`. */
export async function buildIndexes(table: Table, rows: number, anew: boolean): Promise<void> {
  const there = new Set(anew ? [] : (await table.listIndices()).flatMap(({ columns }) => columns));
  if (!there.has('terms')) await textIndex(table);
  for (const [column, config] of rows >= scalarFrom ? scalarIndexes() : []) {
    if (!there.has(column)) await table.createIndex(column, { config });
  }
  if (rows < indexFrom || there.has('vector')) return;
  await table.createIndex('vector', { config: lance().Index.ivfRq({ distanceType: 'dot' }) });
}

export async function hasVectorIndex(table: Table): Promise<boolean> {
  return (await table.listIndices()).some(({ columns }) => columns.includes('vector'));
}

function scalarIndexes(): readonly (readonly [string, Index])[] {
  const { Index: Indexes } = lance();
  return [
    ['id', Indexes.btree()],
    ['kind', Indexes.bitmap()],
    ...listFields.map((field) => [columnOf[field], Indexes.labelList()] as const),
    ...numberFields.map((field) => [columnOf[field], Indexes.btree()] as const),
    ['changed', Indexes.btree()],
  ];
}
