import { StudioError } from '#foundation/errors.ts';
import { wordKey } from '#perfumery/search/concept.ts';
import { longestOwnWord, mostMeanings, mostOwnWords, type OwnWord } from '#perfumery/search/own-word.ts';
import type { WordNeeds } from './word-needs.ts';

/**
 * Keeps a word of the perfumer's own: a new one, one that means something else now, or one that was removed just now. Refuses
 * (`word.invalid`, `word.taken`).
 */
export function keepWord({ ownWords, lexicon, relearn, write, now }: WordNeeds) {
  return (asked: OwnWord): OwnWord => {
    const word = { ...asked, text: asked.text.normalize('NFC').replace(/\s+/g, ' ').trim() };
    refuseUnsayable(word);
    for (const { concept } of word.means) {
      const isWord = concept.startsWith('own-');
      if (isWord || !lexicon().find(concept))
        throw new StudioError('word.invalid', { reason: 'unknown-meaning', text: concept });
    }
    write(() => {
      const twin = ownWords.findText(word.text);
      if (twin && twin.id !== word.id) throw new StudioError('word.taken', { text: twin.text, id: twin.id });
      if (!ownWords.find(word.id) && ownWords.all().length >= mostOwnWords) {
        throw new StudioError('word.invalid', { reason: 'too-many', text: String(mostOwnWords) });
      }
      ownWords.put(word, now());
    });
    relearn();
    return word;
  };
}

function refuseUnsayable({ text, means }: OwnWord): void {
  if (!/[\p{L}\p{N}]/u.test(wordKey(text))) throw new StudioError('word.invalid', { reason: 'no-text', text });
  if ([...text].length > longestOwnWord) throw new StudioError('word.invalid', { reason: 'too-long', text });
  if (means.length === 0) throw new StudioError('word.invalid', { reason: 'no-meaning', text });
  const isTwice = new Set(means.map(({ concept }) => concept)).size < means.length;
  if (isTwice || means.length > mostMeanings) throw new StudioError('word.invalid', { reason: 'meanings', text });
}

/** Removes a word, and answers it so that it can be kept again. Refuses (`word.not-found`). */
export function removeWord({ ownWords, relearn, write }: WordNeeds) {
  return (id: string): OwnWord => {
    const removed = write(() => {
      const found = ownWords.find(id);
      if (!found) throw new StudioError('word.not-found', { id });
      ownWords.remove(id);
      return found;
    });
    relearn();
    return removed;
  };
}
