/**
 * @file How a name or code becomes one token of the index that no analyser makes.
 *
 * Names, CAS numbers and codes lie in the same inverted list as the words, marked, so that looking one up costs what a word
 * costs and no second index has to be kept.
 */
import type { SearchItem } from '#perfumery/search/search-item.ts';

const mark = '=';
/** Longer texts are compared by their beginning. */
const longest = 160;

/** `text` without case, width and spaces: what two writings of a name have in common. Empty when nothing is left. */
export function folded(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .slice(0, longest)
    .toWellFormed();
}

/** The token under which `text` is found exactly. */
export function exactToken(text: string): string {
  return mark + folded(text);
}

/** Everything `item` is called, as tokens. */
export function exactTokensOf(item: SearchItem): ReadonlySet<string> {
  const names = [item.id, item.subject, item.title.en ?? '', item.title.ko ?? '', ...item.codes];
  return new Set(names.map(exactToken).filter((token) => token !== mark));
}

/** `terms` as tokens of the index: in one piece each, and never mistaken for a name. */
export function wordTokens(terms: readonly string[]): readonly string[] {
  return terms
    .flatMap((term) => term.toWellFormed().split(/\s+/u))
    .filter((term) => term !== '' && !term.startsWith(mark));
}
