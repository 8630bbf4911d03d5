/**
 * @file Rows as Arrow batches: several times faster into LanceDB than objects, and with the types that were meant.
 *
 * What is shown of an item is kept whole as JSON in one column, which is one read for a page of results; the other columns are
 * what filters, orders and searches look at.
 */
import { createHash } from 'node:crypto';
import type { Data, DataType, Field, RecordBatch, Schema, Utf8 as Utf8Type } from 'apache-arrow';
import { listFields, numberFields } from '#perfumery/search/search-filter.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import { exactTokensOf, wordTokens } from './exact-token.ts';
import { columnOf } from './filter-sql.ts';
import { arrow } from './lance.ts';
import { pace } from './pace.ts';
import type { IndexRow } from './search-index.ts';

/** A row as it is written: everything about it settled, except the columns. */
export interface WrittenRow extends IndexRow {
  readonly json: string;
  /** Index terms and exact tokens, apart by spaces. */
  readonly terms: string;
  /** The same for the same item and terms: 48 bits of SHA-1. */
  readonly stamp: number;
}

/** Settles what a row of `item` says; `termsOf` cuts it into index terms. */
export function writtenRow(
  item: SearchItem,
  termsOf: (item: SearchItem) => readonly string[],
  vector?: Float32Array,
): WrittenRow {
  const json = JSON.stringify(item).toWellFormed();
  const terms = [...exactTokensOf(item), ...wordTokens(termsOf(item))].join(' ');
  const stamp = createHash('sha1').update(json).update('\0').update(terms).digest().readUIntBE(0, 6);
  return { item, vector, json, terms, stamp };
}

/** The columns of an index whose vectors have `dimensions` numbers. */
export function rowSchema(dimensions: number): Schema {
  const { Schema: ArrowSchema } = arrow();
  return new ArrowSchema(columns(dimensions).map(({ field }) => field));
}

/** `rows` as one batch, made column by column with rests between. */
export async function rowBatch(schema: Schema, dimensions: number, rows: readonly WrittenRow[]): Promise<RecordBatch> {
  const { RecordBatch: ArrowBatch, Struct, makeData } = arrow();
  const rest = pace();
  const children: Data[] = [];
  for (const { data } of columns(dimensions)) {
    children.push(data(rows));
    await rest();
  }
  return new ArrowBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children }),
  );
}

interface Column {
  readonly field: Field;
  readonly data: (rows: readonly WrittenRow[]) => Data;
}

function columns(dimensions: number): readonly Column[] {
  const { Field: ArrowField, FixedSizeList, Float32, Float64, List, Utf8 } = arrow();
  const column = (name: string, type: DataType, isNullable: boolean, data: Column['data']): Column => ({
    field: new ArrowField(name, type, isNullable),
    data,
  });
  const item = () => new ArrowField('item', new Utf8(), true);
  return [
    column('id', new Utf8(), false, (rows) => textData(rows.map((row) => row.item.id))),
    column('kind', new Utf8(), false, (rows) => textData(rows.map((row) => row.item.kind))),
    ...listFields.map((field) =>
      column(columnOf[field], new List(item()), false, (rows) => listData(rows.map((row) => row.item.facets[field]))),
    ),
    ...numberFields.map((field) =>
      column(columnOf[field], new Float64(), true, (rows) => numberData(rows.map((row) => row.item.facets[field]))),
    ),
    column('changed', new Utf8(), true, (rows) => textData(rows.map((row) => row.item.facets.changed))),
    column('name_en', new Utf8(), true, (rows) =>
      textData(rows.map(({ item: { title } }) => sortKey(title.en ?? title.ko))),
    ),
    column('name_ko', new Utf8(), true, (rows) =>
      textData(rows.map(({ item: { title } }) => sortKey(title.ko ?? title.en))),
    ),
    column('stamp', new Float64(), false, (rows) => numberData(rows.map((row) => row.stamp))),
    column('terms', new Utf8(), false, (rows) => textData(rows.map((row) => row.terms))),
    column('item', new Utf8(), false, (rows) => textData(rows.map((row) => row.json))),
    column('vector', new FixedSizeList(dimensions, new ArrowField('item', new Float32(), true)), true, (rows) =>
      vectorData(
        rows.map((row) => row.vector),
        dimensions,
      ),
    ),
  ];
}

/** What names are ordered by. */
export function sortKey(name: string | undefined): string | undefined {
  return name?.normalize('NFC').toLowerCase();
}

function textData(values: readonly (string | undefined)[]): Data<Utf8Type> {
  const { Utf8, makeData } = arrow();
  const texts = values.map((value) => value?.toWellFormed() ?? '');
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [i, text] of texts.entries()) valueOffsets[i + 1] = valueOffsets[i]! + Buffer.byteLength(text);
  const data = Buffer.from(texts.join(''));
  return makeData({ type: new Utf8(), length: texts.length, valueOffsets, data, ...validity(values) });
}

function listData(lists: readonly (readonly string[])[]): Data {
  const { Field: ArrowField, List, Utf8, makeData } = arrow();
  const valueOffsets = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) valueOffsets[i + 1] = valueOffsets[i]! + list.length;
  const type = new List(new ArrowField('item', new Utf8(), true));
  return makeData({ type, length: lists.length, nullCount: 0, valueOffsets, child: textData(lists.flat()) });
}

/** -0 becomes 0, and what is not finite unknown: SQL orders both differently from JavaScript. */
function numberData(values: readonly (number | undefined)[]): Data {
  const { Float64, makeData } = arrow();
  const known = values.map((value) => (value !== undefined && Number.isFinite(value) ? value + 0 : undefined));
  const data = Float64Array.from(known, (value) => value ?? 0);
  return makeData({ type: new Float64(), length: values.length, data, ...validity(known) });
}

function vectorData(vectors: readonly (Float32Array | undefined)[], dimensions: number): Data {
  const { Field: ArrowField, FixedSizeList, Float32, makeData } = arrow();
  const numbers = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) if (vector) numbers.set(vector, i * dimensions);
  const child = makeData({ type: new Float32(), length: numbers.length, data: numbers, nullCount: 0 });
  const type = new FixedSizeList(dimensions, new ArrowField('item', new Float32(), true));
  return makeData({ type, length: vectors.length, child, ...validity(vectors) });
}

/** Arrow's bit for every value that is there. */
function validity(values: readonly unknown[]): { nullCount: number; nullBitmap?: Uint8Array } {
  const nullBitmap = new Uint8Array(((values.length + 63) >> 6) << 3);
  let nullCount = 0;
  for (const [i, value] of values.entries()) {
    if (value === undefined) nullCount += 1;
    else nullBitmap[i >> 3]! |= 1 << (i & 7);
  }
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap };
}
