/** @file Slips: of the finger, of spelling, and of spacing. */
import type { SeededRandom } from '#foundation/seeded-random.ts';

/** Vowels that sound or lie alike, by index in the block of syllables. */
const alike: Readonly<Record<number, readonly number[]>> = {
  1: [5],
  5: [1],
  3: [7],
  7: [3],
  10: [11, 15],
  11: [10, 15],
  15: [10, 11],
  4: [8],
  8: [4],
  18: [13],
  13: [18],
  0: [4],
  20: [16],
};

/** `text` with one slip. */
export function misspell(text: string, random: SeededRandom): string {
  const letters = [...text];
  for (let tries = 0; tries < 20; tries++) {
    const at = random.below(letters.length);
    const letter = letters[at] as string;
    const code = letter.charCodeAt(0) - 0xac00;
    if (code >= 0 && code < 11_172) {
      letters[at] = String.fromCharCode(0xac00 + slipped(code, random));
      return letters.join('');
    }
    if (/[a-z]/i.test(letter)) {
      const next = letters[at + 1] ?? '';
      const kind = random.below(3);
      if (kind === 0) letters.splice(at, 1);
      else if (kind === 1) letters.splice(at, 0, letter);
      else if (/[a-z]/i.test(next)) letters.splice(at, 2, next, letter);
      else continue;
      return letters.join('');
    }
  }
  return text;
}

/** One space more or less. */
export function misspace(text: string, random: SeededRandom): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length > 0 && random.isLikely(0.75)) {
    const at = random.pick(spaces);
    return text.slice(0, at) + text.slice(at + 1);
  }
  const at = 1 + random.below(Math.max(1, text.length - 1));
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

function slipped(code: number, random: SeededRandom): number {
  const vowel = Math.floor((code % 588) / 28);
  const others = alike[vowel];
  if (others && random.isLikely(0.5)) return code + (random.pick(others) - vowel) * 28;
  const final = code % 28;
  return code - final + (final === 0 ? random.pick([4, 21, 16, 19]) : random.pick([0, (final + 1) % 28, 4]));
}
