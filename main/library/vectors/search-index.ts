/**
 * @file The index of what can be found: asked by meaning, by words, by exact names, and by filters.
 *
 * Nothing in it is the truth. Whoever opens it brings a `Source` that can say everything again; from it a missing, stale or
 * damaged index is built anew, and meanwhile questions are answered by scanning what the source told.
 */
import type { CountedField, NumberField, SearchFilter } from '#perfumery/search/search-filter.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';

/** What is kept of one thing that can be found. */
export interface IndexRow {
  readonly item: SearchItem;
  /** Unit vector of the encoder's dimensions; without one it is found by words, names and filters only. */
  readonly vector?: Float32Array | undefined;
}

/** Where everything can be had again. */
export interface Source {
  /** How many items there are. */
  count(): number | Promise<number>;
  /** Every item once, in any order. */
  items(signal: AbortSignal): AsyncIterable<SearchItem> | Iterable<SearchItem>;
  /** Unit vectors of `items` in their order, undefined where there is none; asked for at most 500 at once. */
  vectors(items: readonly SearchItem[], signal: AbortSignal): Promise<readonly (Float32Array | undefined)[]>;
  /** Items whose vectors are asked for and written at once, where so many take long; at most 500. */
  readonly atOnce?: number | undefined;
}

/** One thing found. */
export interface Hit {
  readonly id: string;
  /** Higher is better: the cosine for vectors, BM25 for words, 1 for an exact name. */
  readonly score: number;
}

/** What every question may say. */
interface Question {
  /** All hold together; none means everything. */
  readonly filters?: readonly SearchFilter[];
  readonly limit: number;
  /** A question that nobody waits for any more is dropped before its turn. */
  readonly signal?: AbortSignal | undefined;
}

export interface NearestQuestion extends Question {
  /** Unit vector. */
  readonly vector: Float32Array;
  /** Ids that are not wanted, such as the one that others should be like. */
  readonly exclude?: readonly string[];
}

export interface LexicalQuestion extends Question {
  /** Index terms as the same analyser cuts them; any of them may be there. */
  readonly terms: readonly string[];
}

export interface ExactQuestion extends Question {
  /** Ids, names in either language, CAS numbers, INCI names, codes: compared without case, width and spaces. */
  readonly texts: readonly string[];
}

export interface PageQuestion extends Question {
  readonly order: PageOrder;
  readonly offset?: number;
}

/** What is unknown comes last either way; what is equal is ordered by id. */
export type PageOrder =
  | { readonly by: 'name'; readonly language: 'en' | 'ko'; readonly descending?: boolean }
  | { readonly by: NumberField | 'changed'; readonly descending?: boolean };

/** How many of what passes the filters have each value: field -> value -> count. */
export type FacetCounts = ReadonlyMap<CountedField, ReadonlyMap<string, number>>;

/** Everything that can be asked. */
export interface Answers {
  count(filters?: readonly SearchFilter[], signal?: AbortSignal): Promise<number>;
  /** By meaning, the nearest first. */
  nearest(question: NearestQuestion): Promise<readonly Hit[]>;
  /** By words: BM25 over the index terms, the best first. */
  lexical(question: LexicalQuestion): Promise<readonly Hit[]>;
  /** What is called exactly so, in no particular order. */
  exact(question: ExactQuestion): Promise<readonly Hit[]>;
  /** Ids by filters alone, in an order. */
  page(question: PageQuestion): Promise<readonly string[]>;
  itemsOf(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, SearchItem>>;
  vectorsOf(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Float32Array>>;
  facetCounts(
    filters: readonly SearchFilter[],
    fields: readonly CountedField[],
    signal?: AbortSignal,
  ): Promise<FacetCounts>;
}

/** Why questions are answered by scanning. */
export type ScanReason =
  | 'new'
  | 'damaged'
  | 'no-hard-links'
  | 'read-only'
  | 'disk-full'
  | 'unreachable'
  | 'unsupported'
  | 'unknown';

/** How the index is doing. `done` of `total` items are in it. */
export type IndexState =
  | { readonly stage: 'ready'; readonly rows: number }
  | { readonly stage: 'building'; readonly done: number; readonly total: number }
  | {
      readonly stage: 'scanning';
      readonly because: ScanReason;
      /** Items that are scanned, of all there are. */
      readonly done: number;
      readonly total: number;
    };

/** The index of one encoder. Every act waits for its turn; none throws because the index is broken. */
export interface SearchIndex extends Answers {
  /** Adds or replaces. Done when the rows are found, whether by the index or by a scan. */
  put(rows: readonly IndexRow[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  state(): IndexState;
  /** Every new state from now until `signal` aborts. */
  states(signal: AbortSignal): AsyncGenerator<IndexState>;
  /** Brings the index to what the source says: adds, replaces and removes only what differs. Runs by itself after opening. */
  reconcile(): Promise<void>;
  /** Compacts, indexes what is new and forgets old versions. Runs by itself after many writes and when idle. */
  maintain(): Promise<void>;
  /** Finishes what was promised and lets go of the files. */
  close(): Promise<void>;
}
