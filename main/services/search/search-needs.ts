import type { Breath } from '#foundation/task.ts';
import type { SavedSearchStore } from '#library/sqlite/saved-search-store.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { FindableShelf } from './shelf/findable-shelf.ts';
import type { KeptShelf } from './shelf/keep-shelf.ts';
import type { PieceWords, Tongue } from './shelf/piece-words.ts';
import type { Turnstile } from './turnstile.ts';
import type { Understanding } from './understanding.ts';

/** What searching needs. */
export interface SearchNeeds {
  readonly shelf: FindableShelf;
  readonly kept: KeptShelf;
  readonly said: PieceWords;
  readonly tongue: Tongue;
  readonly understanding: Understanding;
  /** Undefined while there is no encoder. */
  readonly meaning: () => Meaning | undefined;
  readonly turnstile: Turnstile;
  readonly savedSearches: SavedSearchStore;
  readonly breath: Breath;
  readonly currency: () => string;
  readonly language: () => 'ko' | 'en';
  /** ISO instant. */
  readonly now: () => string;
}
