/**
 * @file One LanceDB table asked and written. Knows nothing of damage, turns or sources: whatever goes wrong is thrown.
 */
import { setImmediate } from 'node:timers/promises';
import type { Connection, Query, Table, VectorQuery } from '@lancedb/lancedb';
import type { Table as ArrowTable, Schema } from 'apache-arrow';
import { type CountedField, type SearchFilter, satisfies } from '#perfumery/search/search-filter.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import { exactToken, wordTokens } from './exact-token.ts';
import { columnOf, sqlOf, sqlOfIds } from './filter-sql.ts';
import { arrow, lance } from './lance.ts';
import { rowBatch, rowSchema, type WrittenRow } from './row-batch.ts';
import type {
  Answers,
  ExactQuestion,
  FacetCounts,
  Hit,
  LexicalQuestion,
  NearestQuestion,
  PageQuestion,
} from './search-index.ts';
import { buildIndexes, hasVectorIndex, textIndex } from './table-indexes.ts';
import { remoteStrategy, type VectorStrategy, vectorStrategy } from './vector-strategy.ts';

/** Rows of one append: some 10 ms to hand over, on this thread. */
const rowsAtOnce = 350;
/** Rows of one name that are looked at one by one. */
const mostNamesakes = 200;
/** Ids named in one SQL text. */
const idsAtOnce = 500;
/** Filters whose counts are remembered. */
const mostCounts = 64;
/** Hits whose places in the table are remembered. */
const mostPlaces = 5000;

export interface TableOptions {
  readonly db: Connection;
  readonly name: string;
  readonly dimensions: number;
  /** Whether the table lies behind a network, where every read is a request. */
  readonly isRemote: boolean;
  /** Whether it is LanceDB Cloud, which keeps no primary key. */
  readonly isCloud: boolean;
}

export class LanceTable implements Answers {
  readonly name: string;
  readonly #table: Table;
  readonly #schema: Schema;
  readonly #dimensions: number;
  readonly #isRemote: boolean;
  #rows = 0;
  #hasVectorIndex = false;
  /** How many rows each filter leaves, until something is written: it only chooses a way of looking. */
  readonly #left = new Map<string, number>();
  /** Row ids of what was found lately, by which it is read several times faster than by id; good until something is written. */
  readonly #places = new Map<string, bigint>();

  private constructor(table: Table, { name, dimensions, isRemote }: TableOptions) {
    this.name = name;
    this.#table = table;
    this.#schema = rowSchema(dimensions);
    this.#dimensions = dimensions;
    this.#isRemote = isRemote;
  }

  /** A new, empty table. */
  static async create(options: TableOptions): Promise<LanceTable> {
    const table = await options.db.createEmptyTable(options.name, rowSchema(options.dimensions), { mode: 'overwrite' });
    // Without it two merges at once, or one on a stale handle, write a row twice (lancedb#3377).
    if (!options.isCloud) await table.setUnenforcedPrimaryKey('id');
    await textIndex(table);
    return new LanceTable(table, options).#measured();
  }

  /** A table that is there. Throws when it is not, or cannot be read. */
  static async open(options: TableOptions): Promise<LanceTable> {
    return new LanceTable(await options.db.openTable(options.name), options).#measured();
  }

  get rows(): number {
    return this.#rows;
  }

  async #measured(): Promise<this> {
    this.#rows = await this.#table.countRows();
    this.#hasVectorIndex = await hasVectorIndex(this.#table);
    this.#forget();
    return this;
  }

  #forget(): void {
    this.#left.clear();
    this.#places.clear();
  }

  /** Forgets what was read of the newest version and reads it again. */
  async refresh(): Promise<void> {
    await this.#table.checkoutLatest();
    await this.#measured();
  }

  async count(filters: readonly SearchFilter[] = []): Promise<number> {
    const where = sqlOf(filters);
    if (where === 'false') return 0;
    return this.#table.countRows(where);
  }

  async nearest({ vector, filters = [], limit, exclude = [] }: NearestQuestion): Promise<readonly Hit[]> {
    const strategy = await this.#strategyFor(filters, limit + exclude.length);
    if (!strategy) return [];
    const unwanted = new Set(exclude);
    const query = this.#table
      .vectorSearch(vector)
      .distanceType('dot')
      .select(['id', '_distance'])
      .withRowId()
      .limit(limit + unwanted.size);
    const found = await narrowed(followed(query, strategy), filters).toArrow();
    return this.#hitsOf(found, '_distance', (distance) => 1 - distance)
      .filter(({ id }) => !unwanted.has(id))
      .slice(0, limit);
  }

  async #strategyFor(filters: readonly SearchFilter[], limit: number): Promise<VectorStrategy | undefined> {
    if (this.#isRemote) return remoteStrategy;
    const left = await this.#leftBy(filters);
    return left === 0 ? undefined : vectorStrategy(this.#rows, left, limit, this.#hasVectorIndex);
  }

  async lexical({ terms, filters = [], limit }: LexicalQuestion): Promise<readonly Hit[]> {
    return this.#matching([...new Set(wordTokens(terms))], filters, limit);
  }

  async #leftBy(filters: readonly SearchFilter[]): Promise<number> {
    if (filters.length === 0) return this.#rows;
    const key = JSON.stringify(filters);
    const left = this.#left.get(key) ?? (await this.count(filters));
    if (this.#left.size >= mostCounts) this.#left.clear();
    this.#left.set(key, left);
    return left;
  }

  /** Few have a name: they are looked at one by one, which costs less than filtering the table. */
  async exact({ texts, filters = [], limit }: ExactQuestion): Promise<readonly Hit[]> {
    const tokens = texts.map(exactToken);
    const named = await this.#matching(tokens, [], filters.length === 0 ? limit : mostNamesakes);
    if (filters.length === 0 || named.length === 0) return named.map(certain);
    if (named.length === mostNamesakes) return (await this.#matching(tokens, filters, limit)).map(certain);
    const items = await this.itemsOf(named.map(({ id }) => id));
    const passing = [...items.values()].filter((item) => filters.every((filter) => satisfies(item, filter)));
    return passing.slice(0, limit).map(certain);
  }

  async #matching(tokens: readonly string[], filters: readonly SearchFilter[], limit: number): Promise<readonly Hit[]> {
    if (tokens.length === 0) return [];
    const { MatchQuery } = lance();
    const query = this.#table
      .query()
      .fullTextSearch(new MatchQuery(tokens.join(' '), 'terms'))
      .select(['id', '_score'])
      .withRowId()
      .limit(limit);
    return this.#hitsOf(await narrowed(query, filters).toArrow(), '_score', (score) => score);
  }

  async page({ filters = [], order, offset = 0, limit }: PageQuestion): Promise<readonly string[]> {
    const column = order.by === 'name' ? `name_${order.language}` : columnOf[order.by];
    const query = this.#table
      .query()
      .orderBy([
        { columnName: column, ascending: order.descending !== true, nullsFirst: false },
        { columnName: 'id', ascending: true, nullsFirst: false },
      ])
      .select(['id'])
      // Without it 0.31 cannot plan an ordered query ("TakeExec requires … '_rowid'").
      .withRowId()
      .limit(limit)
      .offset(offset);
    return textsOf(await narrowed(query, filters).toArrow(), 'id');
  }

  async itemsOf(ids: readonly string[]): Promise<ReadonlyMap<string, SearchItem>> {
    const found = await this.#taken(ids, 'item');
    return new Map(found.map(([id, json]) => [id, JSON.parse(json as string)]));
  }

  async vectorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const found = await this.#taken(ids, 'vector');
    return new Map(found.flatMap(([id, vector]) => (vector ? [[id, vectorOf(vector)] as const] : [])));
  }

  async #taken(ids: readonly string[], column: string): Promise<readonly (readonly [string, unknown])[]> {
    const wanted = new Set(ids);
    const found = await this.#takenFromPlaces([...wanted], column);
    for (const [id] of found) wanted.delete(id);
    for (const some of chunksOf([...wanted], idsAtOnce)) {
      const rows = await this.#table.query().where(sqlOfIds(some)).select(['id', column]).limit(some.length).toArrow();
      found.push(...cellsOf(rows, column));
    }
    return found;
  }

  /** What lies where it was found; anything may have been written since, and what lies elsewhere now is left out. */
  async #takenFromPlaces(ids: readonly string[], column: string): Promise<(readonly [string, unknown])[]> {
    const places = ids.flatMap((id) => this.#places.get(id) ?? []);
    if (places.length === 0) return [];
    const asked = new Set(ids);
    try {
      const rows = await this.#table.takeRowIds(places).select(['id', column]).toArrow();
      return cellsOf(rows, column).filter(([id]) => asked.has(id));
    } catch {
      return []; // the file they lay in was joined with others
    }
  }

  #hitsOf(found: ArrowTable, column: string, scoreOf: (value: number) => number): readonly Hit[] {
    const [places, scores] = [found.getChild('_rowid'), found.getChild(column)];
    if (this.#places.size + found.numRows > mostPlaces) this.#places.clear();
    return textsOf(found, 'id').map((id, i) => {
      if (!this.#isRemote) this.#places.set(id, places?.get(i));
      return { id, score: scoreOf(Number(scores?.get(i))) };
    });
  }

  async facetCounts(
    filters: readonly SearchFilter[],
    fields: readonly CountedField[],
    signal?: AbortSignal,
  ): Promise<FacetCounts> {
    const counts = new Map(fields.map((field) => [field, new Map<string, number>()]));
    if (fields.length === 0) return counts;
    const query = narrowed(this.#table.query().select(fields.map((field) => columnOf[field])), filters);
    for await (const batch of query) {
      if (signal?.aborted) break;
      for (const [field, values] of counts) {
        const column = batch.getChild(columnOf[field]);
        for (let i = 0; i < batch.numRows; i++) {
          const value = column?.get(i);
          for (const one of field === 'kind' ? [value] : new Set<string>(value))
            values.set(one, (values.get(one) ?? 0) + 1);
        }
      }
    }
    return counts;
  }

  /** Vectors of the rows among `ids` that still say what `stamps` says. */
  async vectorsWithStamps(stamps: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, Float32Array>> {
    const ids = [...stamps.keys()];
    const known = new Map(await this.#taken(ids, 'stamp'));
    return this.vectorsOf(ids.filter((id) => known.get(id) === stamps.get(id)));
  }

  /** Every row's id and stamp, in batches. */
  async *stamps(): AsyncGenerator<readonly (readonly [string, number])[]> {
    for await (const batch of this.#table.query().select(['id', 'stamp'])) {
      const [ids, stamps] = [batch.getChild('id'), batch.getChild('stamp')];
      yield Array.from({ length: batch.numRows }, (_, i) => [ids?.get(i), stamps?.get(i)] as const);
    }
  }

  /** Every row with what it says, in batches. */
  async *kept(): AsyncGenerator<readonly { readonly item: SearchItem; readonly vector: Float32Array | undefined }[]> {
    for await (const batch of this.#table.query().select(['item', 'vector'])) {
      const [items, vectors] = [batch.getChild('item'), batch.getChild('vector')];
      yield Array.from({ length: batch.numRows }, (_, i) => {
        const vector = vectors?.get(i);
        return { item: JSON.parse(items?.get(i)), vector: vector ? vectorOf(vector) : undefined };
      });
    }
  }

  /** Appends rows whose ids are new: several times faster than merging. */
  async add(rows: readonly WrittenRow[]): Promise<void> {
    for (const some of chunksOf(rows, rowsAtOnce)) {
      const table = await this.#arrowTable(some);
      await setImmediate();
      await this.#table.add(table);
    }
    this.#rows += rows.length;
    this.#forget();
  }

  /** Adds or replaces by id. */
  async merge(rows: readonly WrittenRow[]): Promise<void> {
    const { numInsertedRows } = await this.#table
      .mergeInsert('id')
      .whenMatchedUpdateAll()
      .whenNotMatchedInsertAll()
      .execute(await this.#arrowTable(rows));
    this.#rows += Number(numInsertedRows);
    this.#forget();
  }

  async delete(ids: readonly string[]): Promise<void> {
    for (const some of chunksOf(ids, idsAtOnce)) await this.#table.delete(sqlOfIds(some));
    this.#rows = await this.#table.countRows();
    this.#forget();
  }

  async #arrowTable(rows: readonly WrittenRow[]): Promise<ArrowTable> {
    const { Table: ArrowTableClass } = arrow();
    return new ArrowTableClass(this.#schema, [await rowBatch(this.#schema, this.#dimensions, rows)]);
  }

  /** Builds the indexes that a table of so many rows is worth: those it lacks, or all of them `anew`. */
  async index(anew: boolean, rows = this.#rows): Promise<void> {
    await buildIndexes(this.#table, rows, anew);
    await this.#measured();
  }

  /** Forgets every index, because they may be what is damaged: what is asked from now on reads the rows. */
  async dropIndexes(): Promise<void> {
    for (const { name } of await this.#table.listIndices()) await this.#table.dropIndex(name);
    await this.refresh();
  }

  /** Joins small files, brings new rows into the indexes, and deletes the versions before `olderThan`. */
  async tidy(olderThan: Date): Promise<void> {
    await this.#table.optimize({ cleanupOlderThan: olderThan });
    this.#forget();
  }

  close(): void {
    this.#table.close();
  }
}

function followed(query: VectorQuery, strategy: VectorStrategy): VectorQuery {
  if (strategy.way === 'scan') return query.bypassVectorIndex();
  const probing = strategy.probes === undefined ? query : query.nprobes(strategy.probes);
  return strategy.refine === undefined ? probing : probing.refineFactor(strategy.refine);
}

function narrowed<Q extends Query | VectorQuery>(query: Q, filters: readonly SearchFilter[]): Q {
  const where = sqlOf(filters);
  if (where !== undefined) query.where(where);
  return query;
}

function certain({ id }: { readonly id: string }): Hit {
  return { id, score: 1 };
}

function cellsOf(rows: ArrowTable, column: string): (readonly [string, unknown])[] {
  const values = rows.getChild(column);
  return textsOf(rows, 'id').map((id, i) => [id, values?.get(i)] as const);
}

function textsOf(found: ArrowTable, column: string): readonly string[] {
  const values = found.getChild(column);
  return Array.from({ length: found.numRows }, (_, i) => String(values?.get(i)));
}

/** A copy, so that the batch it came in can go. */
function vectorOf(cell: unknown): Float32Array {
  return Float32Array.from((cell as { toArray(): Float32Array }).toArray());
}

function* chunksOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
