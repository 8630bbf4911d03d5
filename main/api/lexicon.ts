import { keepWord, removeWord } from '#services/search/words/keep-word.ts';
import { listConcepts } from '#services/search/words/list-concepts.ts';
import type { WordNeeds } from '#services/search/words/word-needs.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The lexicon and the perfumer's own words, behind the contract. */
export function lexiconHandlers({ lexicon: on }: Implementer, needs: WordNeeds) {
  return on.router({
    concepts: on.concepts.handler(() => toWire(listConcepts(needs)())),
    words: on.words.handler(() => toWire(needs.ownWords.all())),
    keep: on.keep.handler(({ input }) => toWire(keepWord(needs)(input))),
    remove: on.remove.handler(({ input }) => toWire(removeWord(needs)(input.id))),
  });
}
