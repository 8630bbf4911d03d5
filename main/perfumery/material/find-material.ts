/**
 * @file The picker's ear: which materials a few typed letters mean, in Korean or English, by name, synonym, CAS, INCI or
 * SKU, by initial consonants, on the wrong keyboard layout, or with a slip of the finger.
 *
 * Names are compared as keystrokes (`fold-text.ts`). That makes a half-typed syllable a prefix like any other, and the
 * wrong layout a letter-for-letter exchange.
 */
import { type Folded, fold, foldedText } from './fold-text.ts';
import { hangulAsLatin, isLoneConsonant, keystrokes, latinAsHangul, leadOf } from './hangul.ts';
import { nearPrefix, slipsForgiven } from './near-prefix.ts';
import type { LibraryMaterial } from './shelf.ts';

export type MatchField = 'name' | 'alias' | 'inci' | 'sku' | 'cas';
export type MatchKind = 'exact' | 'prefix' | 'word' | 'inside' | 'words' | 'initials' | 'slip';

/** A material, and the piece of `text` (from, to) that was meant. `otherLayout`: typed with the keyboard in the other language. */
export interface FoundMaterial {
  readonly material: LibraryMaterial;
  readonly kind: MatchKind;
  readonly otherLayout: boolean;
  readonly field: MatchField;
  /** What to show as matched, in NFC. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface MaterialFinder {
  /** The best matches, best first, at most `limit`. Nothing typed finds nothing. Archived materials are not found. */
  readonly find: (typed: string, limit?: number) => readonly FoundMaterial[];
}

interface Key {
  readonly material: LibraryMaterial;
  readonly field: MatchField;
  readonly text: Folded;
  /** One per written character that counts: the initial of a syllable, or the character itself; and where it stands. */
  readonly units: readonly { readonly character: string; readonly lead: string | undefined; readonly at: number }[];
}

interface Match {
  readonly kind: MatchKind;
  readonly otherLayout: boolean;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

const kinds: readonly MatchKind[] = ['exact', 'prefix', 'word', 'inside', 'words', 'initials', 'slip'];
const fieldOrder: Readonly<Record<MatchField, number>> = { name: 0, alias: 1, inci: 2, sku: 2, cas: 2 };
/** Fewer sure matches than this, and slips are looked for too. */
const fewMatches = 3;

/** Builds the index once; finding in a thousand materials then takes well under 5 ms. */
export function createMaterialFinder(materials: readonly LibraryMaterial[]): MaterialFinder {
  const keys = materials.filter(({ archived }) => !archived).flatMap(keysOf);
  return { find: (typed, limit = 20) => findIn(keys, typed, limit) };
}

function keysOf(material: LibraryMaterial): Key[] {
  const { name, aliases, inci, cas } = material.material;
  const texts: [MatchField, string][] = [
    ['name', name.ko],
    ['name', name.en],
    ...[...aliases.ko, ...aliases.en].map((alias): [MatchField, string] => ['alias', alias]),
    ...(inci ? [['inci', inci] as [MatchField, string]] : []),
    ...(material.shelf.sku ? [['sku', material.shelf.sku] as [MatchField, string]] : []),
    ...cas.map((number): [MatchField, string] => ['cas', number]),
  ];
  return texts.flatMap(([field, written]) => {
    const text = fold(written);
    return text.folded === '' ? [] : [{ material, field, text, units: unitsOf(text.text) }];
  });
}

function unitsOf(text: string): Key['units'] {
  const units: { character: string; lead: string | undefined; at: number }[] = [];
  let at = 0;
  for (const character of text) {
    if (/[\p{L}\p{N}]/u.test(character))
      units.push({ character: character.toLowerCase(), lead: leadOf(character), at });
    at += character.length;
  }
  return units;
}

/** What was typed, in the forms it is compared in. */
interface Query {
  readonly folded: string;
  readonly words: readonly string[];
  readonly initials: readonly string[] | undefined;
  readonly otherLayout: boolean;
}

function findIn(keys: readonly Key[], typed: string, limit: number): readonly FoundMaterial[] {
  const queries = readingsOf(typed);
  if (queries.length === 0 || limit <= 0) return [];
  const best = new Map<LibraryMaterial, Scored>();
  for (const query of queries) for (const key of keys) keep(best, key, matchSurely(key, query));
  if (best.size < Math.min(fewMatches, limit)) {
    for (const query of queries) for (const key of keys) keep(best, key, matchNearly(key, query));
  }
  return [...best.values()]
    .sort(
      (a, b) => compareScores(a.score, b.score) || (a.key.material.material.id < b.key.material.material.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ key, match }) => ({
      material: key.material,
      kind: match.kind,
      otherLayout: match.otherLayout,
      field: key.field,
      text: key.text.text,
      from: match.from,
      to: match.to,
    }));
}

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

/** The same keys pressed with the keyboard in the other language. Only for three keystrokes and more: two fit too much. */
function otherReading(tidy: string, folded: string): Query | undefined {
  if (folded.length < 3) return undefined;
  const joined = tidy.replace(/\s+/g, '');
  const other = /^[A-Za-z]+$/.test(joined) ? latinAsHangul(joined) : hangulAsLatin(folded);
  if (!other) return undefined;
  const initials = [...other].every(isLoneConsonant) ? [...other] : undefined;
  return { folded: other, words: [], initials, otherLayout: true };
}

/** Characters to compare with initials: at least one consonant alone. `ㄳ` counts as the two that were typed. */
function initialsOf(characters: readonly string[]): readonly string[] | undefined {
  const units = characters.flatMap((character) =>
    isLoneConsonant(character) ? [...(keystrokes(character) ?? character)] : [character.toLowerCase()],
  );
  return units.some(isLoneConsonant) ? units : undefined;
}

function matchSurely(key: Key, query: Query): Match | undefined {
  const { text, field } = key;
  let inside = -1;
  for (let at = text.folded.indexOf(query.folded); at >= 0; at = text.folded.indexOf(query.folded, at + 1)) {
    if (at === 0) {
      return matched(key, query, text.folded.length === query.folded.length ? 'exact' : 'prefix', 0);
    }
    if (field === 'cas' || !text.begins[at]) continue;
    if (text.beginsWord[at]) return matched(key, query, 'word', at);
    if (inside < 0) inside = at;
  }
  if (inside >= 0) return matched(key, query, 'inside', inside);
  return matchWords(key, query) ?? matchInitials(key, query);
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

function matchInitials({ units, field }: Key, { initials, otherLayout }: Query): Match | undefined {
  if (!initials || field === 'cas' || field === 'inci') return undefined;
  for (let start = 0; start + initials.length <= units.length; start += 1) {
    const fits = initials.every((typed, index) => {
      const unit = units[start + index];
      return unit !== undefined && (unit.character === typed || (isLoneConsonant(typed) && unit.lead === typed));
    });
    const [first, last] = [units[start], units[start + initials.length - 1]];
    if (fits && first && last) {
      return { kind: 'initials', otherLayout, start, from: first.at, to: last.at + last.character.length };
    }
  }
  return undefined;
}

function matchNearly({ text, field }: Key, { folded, otherLayout }: Query): Match | undefined {
  const most = slipsForgiven(folded.length);
  if (most === 0 || field === 'cas' || field === 'sku') return undefined;
  let best: (Match & { slips: number }) | undefined;
  for (let start = 0; start < text.folded.length; start += 1) {
    if (!text.beginsWord[start] || !beginsAlike(folded, text.folded, start)) continue;
    const near = nearPrefix(folded, text.folded, { start, most });
    if (!near || near.end <= start || (best && best.slips <= near.slips)) continue;
    const from = text.from[start] ?? 0;
    best = { kind: 'slip', otherLayout, start, slips: near.slips, from, to: text.to[near.end - 1] ?? text.text.length };
  }
  return best;
}

/** A slip on both of the first two characters is too much: this spares comparing nearly everything. */
function beginsAlike(typed: string, text: string, start: number): boolean {
  return typed[0] === text[start] || typed[0] === text[start + 1] || typed[1] === text[start];
}

interface Scored {
  readonly key: Key;
  readonly match: Match;
  readonly score: readonly number[];
}

function keep(best: Map<LibraryMaterial, Scored>, key: Key, match: Match | undefined): void {
  if (!match) return;
  const kind = kinds.indexOf(match.kind);
  // The other layout is a guess: it comes after everything that was found as typed, up to inside a word.
  const tier = match.otherLayout ? Math.max(3, kind) + 0.5 + kind / 100 : kind;
  const score = [tier, fieldOrder[key.field], match.start, key.text.folded.length];
  const before = best.get(key.material);
  if (!before || compareScores(score, before.score) < 0) best.set(key.material, { key, match, score });
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
