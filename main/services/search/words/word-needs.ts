import type { Lexicon } from '#intelligence/language/lexicon.ts';
import type { OwnWordStore } from '#library/sqlite/own-word-store.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';

/** What keeping the perfumer's words needs. */
export interface WordNeeds {
  readonly ownWords: OwnWordStore;
  readonly lexicon: () => Lexicon;
  /** What a concept is called everywhere else: by its descriptor or family, where it stands for one. */
  readonly labelOf: (concept: string) => InTwoLanguages | undefined;
  /** The words are others now: the lexicon is made anew, and what was read with it is read again. */
  readonly relearn: () => void;
  readonly write: <T>(act: () => T) => T;
  readonly now: () => string;
}
