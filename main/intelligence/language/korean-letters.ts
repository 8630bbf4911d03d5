/** @file Syllables of Hangul taken apart and put together, for endings that change the last one. Arithmetic of The Unicode Standard, section 3.12. */

const first = 0xac00;
const last = 0xd7a3;

/** Places of vowels and tails in the standard's order that the endings ask about. */
export const vowelAt = {
  a: 0,
  ae: 1,
  ya: 2,
  yae: 3,
  eo: 4,
  e: 5,
  yeo: 6,
  ye: 7,
  o: 8,
  wa: 9,
  wae: 10,
  u: 13,
  wo: 14,
  eu: 18,
  i: 20,
};
export const tailAt = { none: 0, n: 4, d: 7, l: 8, m: 16, b: 17, ss: 20, s: 19, h: 27 };

/** A syllable in its three places: 0..18, 0..20, 0..27. */
export interface Syllable {
  readonly lead: number;
  readonly vowel: number;
  readonly tail: number;
}

/** The last syllable of `word`; undefined where it does not end in one. */
export function lastSyllable(word: string): Syllable | undefined {
  const index = word.charCodeAt(word.length - 1) - first;
  if (!(index >= 0 && index <= last - first)) return undefined;
  return { lead: Math.floor(index / 588), vowel: Math.floor((index % 588) / 28), tail: index % 28 };
}

/** The syllable as one character. */
export function syllable({ lead, vowel, tail }: Syllable): string {
  return String.fromCharCode(first + (lead * 21 + vowel) * 28 + tail);
}

/** `word` with its last syllable changed in the places given. A word that ends otherwise comes back as it was. */
export function withLast(word: string, change: Partial<Syllable>): string {
  const end = lastSyllable(word);
  return end ? word.slice(0, -1) + syllable({ ...end, ...change }) : word;
}
