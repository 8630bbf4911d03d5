import type { Lexicon } from '#intelligence/language/lexicon.ts';
import type { OwnWordStore } from '#library/sqlite/own-word-store.ts';

/** What keeping the perfumer's words needs. */
export interface WordNeeds {
  readonly ownWords: OwnWordStore;
  readonly lexicon: () => Lexicon;
  /** The words are others now: the lexicon is made anew, and what was read with it is read again. */
  readonly relearn: () => void;
  readonly write: <T>(act: () => T) => T;
  readonly now: () => string;
}
