/** @file Opens the index of an encoder. Whatever state its files are in, it opens, and it answers. */
import type { Log } from '#foundation/log.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import type { IndexPlace } from './index-place.ts';
import type { EncoderOfIndex } from './index-tables.ts';
import { KeptIndex } from './kept-index.ts';
import type { SearchIndex, Source } from './search-index.ts';

export interface SearchIndexOptions {
  readonly place: IndexPlace;
  readonly encoder: EncoderOfIndex;
  readonly source: Source;
  /** Index terms of an item, one word each. */
  readonly termsOf: (item: SearchItem) => readonly string[];
  readonly log: Log;
  /** The caller knows that nothing changed since this index was closed: it is believed when its size agrees. */
  readonly isKnownWhole?: boolean;
  readonly tuning?: Partial<Tuning>;
}

/** Sizes and times that tests make small. */
export interface Tuning {
  /** Rows up to which memory answers even though the index could: it is faster, and exact. */
  readonly memoryUpTo: number;
  /** Rows that are held in memory when the index cannot answer. */
  readonly scanUpTo: number;
  /** ms until an index that could not be written is tried again. */
  readonly retryAfter: number;
  /** ms without a write after which the table is tidied. */
  readonly idleAfter: number;
  /** Writes after which it is tidied in any case. */
  readonly tidyAfter: number;
  /** ms a question waits for a scan to know every item; then it is answered from what is known. */
  readonly patience: number;
}

const usual: Tuning = {
  memoryUpTo: 2000,
  scanUpTo: 100_000,
  retryAfter: 60_000,
  idleAfter: 20_000,
  tidyAfter: 50,
  patience: 2000,
};

/** Begins at once to bring the index to what the source says, and does not wait for it. */
export async function openSearchIndex({ tuning, ...options }: SearchIndexOptions): Promise<SearchIndex> {
  return KeptIndex.open({ ...options, tuning: { ...usual, ...tuning } });
}
