/**
 * @file Whatever has a name, found by a few typed letters, in Korean or English: by name, synonym or code, by initial
 * consonants, on the wrong keyboard layout, or with a slip of the finger.
 *
 * Names are compared as keystrokes (`fold-text.ts`). That makes a half-typed syllable a prefix like any other, and the
 * wrong layout a letter-for-letter exchange.
 */
import { type Folded, fold, foldedText } from '#perfumery/material/fold-text.ts';
import { hangulAsLatin, isLoneConsonant, keystrokes, latinAsHangul, leadOf } from '#perfumery/material/hangul.ts';
import { createHaystack, type Haystack } from '#perfumery/material/haystack.ts';
import { nearPrefix, slipsForgiven } from '#perfumery/material/near-prefix.ts';

export type MatchField = 'name' | 'alias' | 'inci' | 'sku' | 'cas';
export type MatchKind = 'exact' | 'prefix' | 'word' | 'inside' | 'words' | 'initials' | 'slip';

/** One text somebody or something is known by. */
export type NameKey = readonly [field: MatchField, text: string];

/** What was found, and the piece of `text` (from, to) that was meant. `otherLayout`: typed with the keyboard in the other language. */
export interface FoundName<Owner> {
  readonly owner: Owner;
  readonly kind: MatchKind;
  readonly otherLayout: boolean;
  readonly field: MatchField;
  /** What to show as matched, in NFC. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Lowest best; of equals the earlier owner. Comparable between finders. */
  readonly score: number;
}

/** `surely`: without slips. `nearly`: slips alone. `both`: slips too where sure matches are few. */
export type FindHow = 'surely' | 'nearly' | 'both';

export interface NameFinder<Owner> {
  /** The best matches, best first, at most `limit`. Nothing typed finds nothing. */
  readonly find: (typed: string, limit?: number, how?: FindHow) => readonly FoundName<Owner>[];
}

interface Key {
  /** Which owner it belongs to. */
  readonly owner: number;
  readonly field: MatchField;
  readonly text: Folded;
  /** The initials of its syllables and its other letters, one for each written character that counts. */
  readonly leads: string;
  readonly characters: readonly { readonly character: string; readonly at: number }[];
}

interface Match {
  readonly kind: MatchKind;
  readonly otherLayout: boolean;
  readonly start: number;
  readonly slips?: number;
  readonly from: number;
  readonly to: number;
}

interface Scored {
  readonly key: Key;
  readonly match: Match;
  readonly score: number;
}

const kinds: readonly MatchKind[] = ['exact', 'prefix', 'word', 'inside', 'words', 'initials', 'slip'];
const fieldOrder: Readonly<Record<MatchField, number>> = { name: 0, alias: 1, inci: 2, sku: 2, cas: 2 };
/** Fewer sure matches than this, and slips are looked for too. */
const fewMatches = 3;

/** Builds the index once; finding among the names of a thousand materials then takes well under 5 ms. */
export function createNameFinder<Owner>(
  owners: readonly Owner[],
  namesOf: (owner: Owner) => readonly NameKey[],
): NameFinder<Owner> {
  const index = indexOf(owners.map(namesOf));
  return { find: (typed, limit = 20, how = 'both') => findIn(owners, index, { typed, limit, how }) };
}

interface Index {
  readonly keys: readonly Key[];
  readonly texts: Haystack;
  readonly initials: Haystack;
  /** Beginnings of words by their first and by their second character. */
  readonly byFirst: ReadonlyMap<string, readonly WordStart[]>;
  readonly bySecond: ReadonlyMap<string, readonly WordStart[]>;
}

interface WordStart {
  readonly key: Key;
  readonly start: number;
}

function indexOf(names: readonly (readonly NameKey[])[]): Index {
  const keys = names.flatMap(keysOf);
  const starts = keys.flatMap((key) =>
    key.field === 'cas' || key.field === 'sku'
      ? []
      : key.text.beginsWord.flatMap((isStart, start) => (isStart ? [{ key, start }] : [])),
  );
  return {
    keys,
    texts: createHaystack(keys.map(({ text }) => text.folded)),
    initials: createHaystack(keys.map(({ leads }) => leads)),
    byFirst: Map.groupBy(starts, ({ key, start }) => key.text.folded.charAt(start)),
    bySecond: Map.groupBy(starts, ({ key, start }) => key.text.folded.charAt(start + 1)),
  };
}

function keysOf(names: readonly NameKey[], owner: number): Key[] {
  return names.flatMap(([field, written]) => {
    const text = fold(written);
    return text.folded === '' ? [] : [{ owner, field, text, ...initialsIn(text.text) }];
  });
}

function initialsIn(text: string): Pick<Key, 'leads' | 'characters'> {
  const characters: { character: string; at: number }[] = [];
  let [leads, at] = ['', 0];
  for (const written of text) {
    if (/[\p{L}\p{N}]/u.test(written)) {
      const character = written.toLowerCase();
      characters.push({ character, at });
      leads += (leadOf(character) ?? character).charAt(0);
    }
    at += written.length;
  }
  return { leads, characters };
}

/** What was typed, in the forms it is compared in. */
interface Query {
  readonly folded: string;
  readonly words: readonly string[];
  /** Letters to compare with initials, and their own initials; absent where no consonant stands alone. */
  readonly initials: { readonly units: readonly string[]; readonly leads: string } | undefined;
  readonly otherLayout: boolean;
}

function findIn<Owner>(
  owners: readonly Owner[],
  index: Index,
  { typed, limit, how }: { readonly typed: string; readonly limit: number; readonly how: FindHow },
): readonly FoundName<Owner>[] {
  const queries = readingsOf(typed);
  if (queries.length === 0 || limit <= 0) return [];
  const best = new Map<number, Scored>();
  const keep = (key: Key, match: Match | undefined) => {
    if (!match) return;
    const score = scoreOf(key, match);
    const before = best.get(key.owner);
    if (!before || score < before.score) best.set(key.owner, { key, match, score });
  };
  if (how !== 'nearly') for (const query of queries) matchSurely(index, query, keep);
  const isNearly = how === 'nearly' || (how === 'both' && best.size < Math.min(fewMatches, limit));
  if (isNearly) for (const query of queries) matchNearly(index, query, keep);
  return [...best.values()]
    .sort((a, b) => a.score - b.score || a.key.owner - b.key.owner)
    .slice(0, limit)
    .flatMap(({ key, match: { kind, otherLayout, from, to }, score }) => {
      const owner = owners[key.owner];
      return owner === undefined
        ? []
        : [{ owner, kind, otherLayout, field: key.field, text: key.text.text, from, to, score }];
    });
}

type Keep = (key: Key, match: Match | undefined) => void;

function readingsOf(typed: string): readonly Query[] {
  const tidy = typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const folded = foldedText(tidy);
  if (folded === '') return [];
  const words = tidy
    .split(/[\s,/]+/)
    .map(foldedText)
    .filter((word) => word !== '');
  const characters = [...tidy].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const direct = { folded, words: words.length > 1 ? words : [], initials: initialsOf(characters), otherLayout: false };
  const other = otherReading(tidy, folded);
  return other ? [direct, other] : [direct];
}

/** The same keys pressed with the keyboard in the other language. Not for initials, nor under three keystrokes: they fit too much. */
function otherReading(tidy: string, folded: string): Query | undefined {
  if (folded.length < 3 || [...tidy].every((character) => isLoneConsonant(character) || character === ' '))
    return undefined;
  const joined = tidy.replace(/\s+/g, '');
  const other = /^[A-Za-z]+$/.test(joined) ? latinAsHangul(joined) : hangulAsLatin(folded);
  if (!other) return undefined;
  const initials = [...other].every(isLoneConsonant) ? { units: [...other], leads: other } : undefined;
  return { folded: other, words: [], initials, otherLayout: true };
}

/** Characters to compare with initials: at least one consonant alone. `ㄳ` counts as the two that were typed. */
function initialsOf(characters: readonly string[]): Query['initials'] {
  const units = characters.flatMap((character) =>
    isLoneConsonant(character) ? [...(keystrokes(character) ?? character)] : [character.toLowerCase()],
  );
  if (!units.some(isLoneConsonant)) return undefined;
  return { units, leads: units.map((unit) => (leadOf(unit) ?? unit).charAt(0)).join('') };
}

function matchSurely({ keys, texts, initials }: Index, query: Query, keep: Keep): void {
  texts.each(query.folded, (index, at) => {
    const key = keys[index];
    if (key) keep(key, matchAt(key, query, at));
  });
  const longest = query.words.reduce((most, word) => (word.length > most.length ? word : most), '');
  texts.each(longest, (index) => {
    const key = keys[index];
    if (key) keep(key, matchWords(key, query));
  });
  if (!query.initials) return;
  initials.each(query.initials.leads, (index, at) => {
    const key = keys[index];
    if (key) keep(key, matchInitials(key, query, at));
  });
}

function matchAt(key: Key, query: Query, at: number): Match | undefined {
  const { text, field } = key;
  if (at === 0) return matched(key, query, text.folded.length === query.folded.length ? 'exact' : 'prefix', 0);
  if (field === 'cas' || !text.begins[at]) return undefined;
  return matched(key, query, text.beginsWord[at] ? 'word' : 'inside', at);
}

function matched({ text }: Key, { folded, otherLayout }: Query, kind: MatchKind, start: number): Match {
  const end = start + folded.length - 1;
  return { kind, otherLayout, start, from: text.from[start] ?? 0, to: text.to[end] ?? text.text.length };
}

/** Every word typed begins some word of the text, in any order. The first one is shown. */
function matchWords(key: Key, query: Query): Match | undefined {
  if (query.words.length === 0) return undefined;
  const { folded, beginsWord } = key.text;
  let first = -1;
  for (const word of query.words) {
    let at = folded.indexOf(word);
    while (at >= 0 && !beginsWord[at]) at = folded.indexOf(word, at + 1);
    if (at < 0) return undefined;
    if (first < 0) first = at;
  }
  return matched(key, { ...query, folded: query.words[0] ?? '' }, 'words', first);
}

function matchInitials({ characters, field }: Key, { initials, otherLayout }: Query, start: number): Match | undefined {
  if (!initials || field === 'cas' || field === 'inci') return undefined;
  const { units } = initials;
  const fits = units.every((unit, index) => isLoneConsonant(unit) || characters[start + index]?.character === unit);
  const [first, last] = [characters[start], characters[start + units.length - 1]];
  if (!fits || !first || !last) return undefined;
  return { kind: 'initials', otherLayout, start, from: first.at, to: last.at + last.character.length };
}

/** Slips are forgiven from the beginning of a word on, but not on both of its first two characters. */
function matchNearly({ byFirst, bySecond }: Index, { folded, otherLayout }: Query, keep: Keep): void {
  const most = slipsForgiven(folded.length);
  if (most === 0 || [...folded].every(isLoneConsonant)) return;
  const [first, second] = [folded.charAt(0), folded.charAt(1)];
  for (const starts of [byFirst.get(first), bySecond.get(first), byFirst.get(second)]) {
    for (const { key, start } of starts ?? []) {
      const { text } = key;
      const near = nearPrefix(folded, text.folded, { start, most });
      if (!near || near.end <= start) continue;
      const [from, to] = [text.from[start] ?? 0, text.to[near.end - 1] ?? text.text.length];
      keep(key, { kind: 'slip', otherLayout, start, slips: near.slips, from, to });
    }
  }
}

/** By kind of match, then field, then how early, then how short: one number, lowest best. */
function scoreOf({ field, text }: Key, { kind, otherLayout, start, slips = 0 }: Match): number {
  const place = kinds.indexOf(kind) + slips;
  // The other layout is a guess: it comes after everything that was found as typed, up to inside a word.
  const tier = otherLayout ? Math.max(3, place) * 100 + 50 + place : place * 100;
  return ((tier * 4 + fieldOrder[field]) * 1000 + Math.min(start, 999)) * 1000 + Math.min(text.folded.length, 999);
}
