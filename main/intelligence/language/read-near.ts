/**
 * @file Words nobody knows as written: typed in initials, on the other keyboard layout, in another spelling, or with a slip of
 * the finger.
 *
 * Slips are counted in keystrokes. Short words forgive none, where everything is near everything, but for letters that
 * sound alike (ㅐ and ㅔ, ㅅ and ㅆ, s and z, c and k) and Latin letters doubled or not (muskk and musck are musk).
 */
import { foldedText } from '#perfumery/material/fold-text.ts';
import { hangulAsLatin, isLoneConsonant, latinAsHangul } from '#perfumery/material/hangul.ts';
import { foldSpelling, withoutLongVowels } from './korean-spelling.ts';
import { koreanStem } from './korean-stem.ts';
import type { EntryIndex } from './lexicon-index.ts';
import { scan, type Token } from './read-scan.ts';

/** Words looked at in one text: a pasted page is not corrected from end to end. */
const mostWords = 24;

/** `tokens` with those nobody knew replaced by what they may have meant, `corrected` saying so. */
export function withCorrections(text: string, tokens: readonly Token[], index: EntryIndex): readonly Token[] {
  let left = mostWords;
  let isOtherLayout = false;
  return tokens.flatMap((token) => {
    if (token.entry || left <= 0) return [token];
    const written = text.slice(token.from, token.to).normalize('NFC');
    if (written.length > 40 || /^\d/.test(written)) return [token];
    left -= 1;
    if ([...written].every(isLoneConsonant)) return byInitials(token, index) ?? [token];
    // One word on the other layout makes it likelier of the next.
    const byKeys =
      bySpelling(token, written, index) ??
      byComparative(token, written, index) ??
      byLayout(token, written, index, isOtherLayout ? 3 : 4);
    if (byKeys) isOtherLayout = true;
    return byKeys ?? bySlip(token, written, index) ?? [token];
  });
}

function byInitials(token: Token, index: EntryIndex): readonly Token[] | undefined {
  if (token.key.length < 2) return undefined;
  const [key] = index
    .initials(token.key)
    .toSorted((a, b) => thingsIn(index, b) - thingsIn(index, a) || a.length - b.length);
  return key === undefined ? undefined : asKey(token, key, index);
}

/** How many kinds of thing a key stands for. */
function thingsIn(index: EntryIndex, key: string): number {
  const entries = index.find(key);
  const isConcept = entries.some(({ concepts }) => concepts.length > 0);
  return (isConcept ? 1 : 0) + (entries.some(({ materials }) => materials.length > 0) ? 1 : 0);
}

function bySpelling(token: Token, written: string, index: EntryIndex): readonly Token[] | undefined {
  if (!/[가-힣]/.test(written)) return undefined;
  for (const spelling of new Set([foldSpelling(written), withoutLongVowels(written)])) {
    const known = spelling === written ? undefined : allKnown(token, spelling, index);
    if (known) return known;
  }
  return undefined;
}

/** warmer is warm, drier is dry, and so are warmest and driest. */
function byComparative(token: Token, written: string, index: EntryIndex): readonly Token[] | undefined {
  const [, stem] = /^([a-z]{3,})e(?:r|st)$/.exec(written) ?? [];
  if (stem === undefined) return undefined;
  for (const plain of [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')]) {
    const known = allKnown(token, plain, index);
    if (known) return known;
  }
  return undefined;
}

function byLayout(token: Token, written: string, index: EntryIndex, shortest: number): readonly Token[] | undefined {
  if (/^[A-Za-z]{3,}$/.test(written)) {
    const jamo = latinAsHangul(written);
    return jamo === undefined ? undefined : allKnown(token, jamo, index, shortest);
  }
  if (!/^[ㄱ-ㅎㅏ-ㅣ가-힣]+$/.test(written)) return undefined;
  const latin = hangulAsLatin(foldedText(written));
  // Whole syllables are nearly always meant as such.
  const isSure = /[ㄱ-ㅎㅏ-ㅣ]/.test(written) || (latin?.length ?? 0) >= 6;
  return latin === undefined || !isSure ? undefined : allKnown(token, latin, index, 3);
}

/** What a scan makes of another writing, where every piece of it is known. */
function allKnown(token: Token, written: string, index: EntryIndex, shortest = 1): readonly Token[] | undefined {
  if (foldedText(written).length < shortest) return undefined;
  const tokens = scan(written, index);
  if (tokens.length === 0 || tokens.length > 4 || !tokens.every(({ entry }) => entry)) return undefined;
  return tokens.map((one) => ({
    ...one,
    from: token.from,
    to: token.to,
    end: token.to,
    after: token.after,
    corrected: one.entry?.text ?? written,
  }));
}

function asKey(token: Token, key: string, index: EntryIndex, tail = ''): readonly Token[] | undefined {
  const entry = index.find(key).find(({ shape }) => shape === 'word') ?? index.find(key)[0];
  if (!entry) return undefined;
  const { says } = entry;
  return [
    { ...token, key, entry, tail, isPredicate: entry.shape !== 'word', corrected: entry.text, ...(says && { says }) },
  ];
}

function bySlip(token: Token, written: string, index: EntryIndex): readonly Token[] | undefined {
  const isKorean = /[가-힣]/.test(written);
  const stems = isKorean ? new Set([token.key, foldedText(koreanStem(written))]) : new Set([token.key]);
  let best: { key: string; cost: number; tail: string } | undefined;
  for (const typed of stems) {
    if (typed.length < (isKorean ? 5 : 4)) continue;
    const spare = isKorean ? 6 : 0;
    for (const first of new Set([typed.charAt(0), soundAlike(typed.charAt(0))])) {
      for (let length = Math.max(isKorean ? 5 : 4, typed.length - spare - 2); length <= typed.length + 2; length += 1) {
        const most = allowance(Math.min(length, typed.length), isKorean);
        for (const key of index.near(first, length)) {
          const near = distance(typed, key, most, spare);
          if (!near) continue;
          const cost = near.cost + (typed.length - near.end) * 0.3 - length * 0.02;
          if (!best || cost < best.cost) best = { key, cost, tail: typed.slice(near.end) };
        }
      }
    }
  }
  return best && asKey(token, best.key, index, best.tail);
}

function allowance(length: number, isKorean: boolean): number {
  if (isKorean) return length < 7 ? 0.5 : length < 11 ? 1 : 2;
  return length < 6 ? 0.5 : length < 9 ? 1 : 2;
}

const alike = new Set([
  'ㅐㅔ',
  'ㅔㅐ',
  'ㅅㅆ',
  'ㅆㅅ',
  'ㅈㅉ',
  'ㅉㅈ',
  'ㅂㅃ',
  'ㅃㅂ',
  'ㄱㄲ',
  'ㄲㄱ',
  'ㄷㄸ',
  'ㄸㄷ',
  'ㅊㅉ',
  'ㅋㄲ',
  'ㅌㄸ',
  'ㅍㅃ',
  'ㅒㅖ',
  'ㅖㅒ',
  'ㅖㅔ',
  'ㅔㅖ',
  'ㅓㅗ',
  'ㅗㅓ',
  'sz',
  'zs',
  'ck',
  'kc',
  'cs',
  'sc',
  'iy',
  'yi',
]);
const partners: Readonly<Record<string, string>> = {
  ㅅ: 'ㅆ',
  ㅆ: 'ㅅ',
  ㅈ: 'ㅉ',
  ㅉ: 'ㅈ',
  ㅂ: 'ㅃ',
  ㅃ: 'ㅂ',
  ㄱ: 'ㄲ',
  ㄲ: 'ㄱ',
  ㄷ: 'ㄸ',
  ㄸ: 'ㄷ',
  c: 'k',
  k: 'c',
};

function soundAlike(letter: string): string {
  return partners[letter] ?? letter;
}

/**
 * What it costs to come from a beginning of `typed` to `key` (Damerau's slips: wrong, missing, extra, swapped; half for
 * letters that sound alike and for a Latin letter doubled or undoubled), at most `most`; `end` is where that beginning
 * ends, `spare` letters at most before the end of `typed`.
 */
function distance(
  typed: string,
  key: string,
  most: number,
  spare: number,
): { readonly cost: number; readonly end: number } | undefined {
  const width = typed.length + 1;
  let before: number[] | undefined;
  let row = Array.from({ length: width }, (_, at) => at);
  for (let inKey = 1; inKey <= key.length; inKey += 1) {
    const next = [inKey];
    let least = inKey;
    for (let at = 1; at < width; at += 1) {
      const [a, b] = [typed.charAt(at - 1), key.charAt(inKey - 1)];
      const change = a === b ? 0 : alike.has(a + b) ? 0.5 : 1;
      const missing = isDoubled(key, inKey - 1) ? 0.5 : 1;
      const extra = isDoubled(typed, at - 1) ? 0.5 : 1;
      let cost = Math.min((row[at] ?? 0) + missing, (next[at - 1] ?? 0) + extra, (row[at - 1] ?? 0) + change);
      if (before && at > 1 && a === key.charAt(inKey - 2) && typed.charAt(at - 2) === b)
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    before = row;
    row = next;
  }
  let best: { cost: number; end: number } | undefined;
  for (let end = typed.length; end >= Math.max(1, typed.length - spare); end -= 1) {
    const cost = row[end] ?? Number.POSITIVE_INFINITY;
    if (cost <= most && (!best || cost < best.cost)) best = { cost, end };
  }
  return best;
}

/** The second of two equal Latin letters, or the c of ck. */
function isDoubled(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (letter === 'c' && word.charAt(at + 1) === 'k') return true;
  return letter >= 'a' && letter <= 'z' && letter === word.charAt(at - 1);
}
