/**
 * @file Every form of the lexicon and every name of the library by its folded key, for the longest match at a place in a text.
 *
 * Keys are what `fold-text.ts` makes: Latin in lower case, Hangul as keystrokes, without spaces. A predicate stands here in
 * the three shapes of its stem; the scanner puts the endings to them.
 */
import { atOnce, type Slices } from '#foundation/slices.ts';
import { foldedText } from '#perfumery/material/fold-text.ts';
import {
  type Concept,
  type ConceptCategory,
  dictionaryForm,
  type KoreanForm,
  wordKey,
} from '#perfumery/search/concept.ts';
import type { ReadContext } from '#perfumery/search/sentence-reading.ts';
import { tailAt, withLast } from './korean-letters.ts';
import { type Shape, shapesOf } from './korean-predicate.ts';
import { foldSpelling } from './korean-spelling.ts';
import type { Lexicon } from './lexicon.ts';
import { type FunctionWord, functionWords } from './read-function-words.ts';

/** What one key can be. `shape`: only the beginning of a predicate, an ending of that shape must follow. */
export interface Entry {
  /** As it is written in the lexicon or the library. */
  readonly text: string;
  readonly shape: 'word' | Shape;
  readonly isKorean: boolean;
  /** Concept ids, the likeliest first. */
  readonly concepts: readonly string[];
  readonly materials: readonly string[];
  readonly standards: readonly string[];
  readonly allergens: readonly string[];
  /** Of its likeliest meaning. */
  readonly category: ConceptCategory | undefined;
  /** Its likeliest meaning is something a formula can hold. */
  readonly isIngredient: boolean;
  /** Its likeliest meaning is a thing that smells, not a quality. */
  readonly isThing: boolean;
  readonly says?: FunctionWord;
}

export interface EntryIndex {
  /** The entries at `at` in `folded`, longest key first. */
  readonly at: (folded: string, at: number) => readonly { readonly entry: Entry; readonly end: number }[];
  readonly find: (key: string) => readonly Entry[];
  /** Words of a length that begin with a keystroke: what a misspelt one may have meant. */
  readonly near: (first: string, length: number) => readonly string[];
  /** Whole words by the initials of their syllables. */
  readonly initials: (leads: string) => readonly string[];
}

interface Growing {
  text: string;
  shape: 'word' | Shape;
  isKorean: boolean;
  concepts: Set<string>;
  materials: Set<string>;
  standards: Set<string>;
  allergens: Set<string>;
  says?: FunctionWord;
}

/** Builds the index of a lexicon and, where there is one, of the names of a library. */
export function createEntryIndex(lexicon: Lexicon, context?: ReadContext): EntryIndex {
  return atOnce(creatingEntryIndex(lexicon, context));
}

/** `createEntryIndex` in slices of about a millisecond. */
export function* creatingEntryIndex(lexicon: Lexicon, context?: ReadContext): Slices<EntryIndex> {
  const growing = new Map<string, Map<string, Growing>>();
  const initials = new Map<string, Set<string>>();
  const add: Add = (key, text, shape) => {
    if (key === '') return undefined;
    const entries = growing.get(key) ?? new Map<string, Growing>();
    growing.set(key, entries);
    const known = entries.get(shape);
    if (known) return known;
    const entry = {
      text,
      shape,
      isKorean: /[가-힣]/.test(text),
      concepts: new Set<string>(),
      materials: new Set<string>(),
      standards: new Set<string>(),
      allergens: new Set<string>(),
    };
    entries.set(shape, entry);
    return entry;
  };
  for (const { text, word } of functionWords) {
    const entry = add(foldedText(text), text, 'word');
    if (entry) entry.says ??= word;
  }
  for (const concept of lexicon.concepts) {
    addConcept(concept, add, initials);
    yield;
  }
  for (const { id, names } of context?.materials ?? [])
    addNames(names, add, initials, (entry) => entry.materials.add(id));
  for (const { id, names } of context?.standards ?? [])
    addNames(names, add, initials, (entry) => entry.standards.add(id));
  for (const { id, names } of context?.allergens ?? [])
    addNames([id, ...names], add, initials, (entry) => entry.allergens.add(id));
  return yield* indexOf(growing, lexicon, initials);
}

type Add = (key: string, text: string, shape: 'word' | Shape) => Growing | undefined;

function addConcept(concept: Concept, add: Add, initials: Map<string, Set<string>>): void {
  for (const form of [...concept.forms.ko, ...concept.forms.loan]) {
    if (typeof form === 'string') addWord(form, add, initials, (entry) => entry.concepts.add(concept.id));
    else addPredicate(form, add, (entry) => entry.concepts.add(concept.id));
  }
  for (const form of concept.forms.en) addWord(form, add, initials, (entry) => entry.concepts.add(concept.id));
}

function addWord(text: string, add: Add, initials: Map<string, Set<string>>, put: (entry: Growing) => void): void {
  const isKorean = /[가-힣]/.test(text);
  for (const written of new Set([text, isKorean ? foldSpelling(text.replaceAll(' ', '')) : text])) {
    const key = foldedText(written);
    const entry = add(key, text, 'word');
    if (entry) put(entry);
    const leads = isKorean ? leadsOf(written) : '';
    if (leads.length >= 2) initials.set(leads, (initials.get(leads) ?? new Set()).add(key));
  }
}

function addNames(
  names: readonly string[],
  add: Add,
  initials: Map<string, Set<string>>,
  put: (entry: Growing) => void,
): void {
  for (const name of names) addWord(name, add, initials, put);
}

function addPredicate(form: Exclude<KoreanForm, string>, add: Add, put: (entry: Growing) => void): void {
  const shapes = shapesOf(form);
  for (const shape of ['plain', 'eu', 'eo'] as const) {
    for (const stem of shapes[shape]) {
      const entry = add(foldedText(stem), dictionaryForm(form), shape);
      if (entry) put(entry);
    }
  }
  if (form.class === 'ㄹ') {
    // 단, 다니: the ㄹ is gone before some endings.
    const open = withLast(form.stem, { tail: tailAt.none });
    for (const shape of ['plain', 'eu'] as const) {
      const entry = add(foldedText(open), dictionaryForm(form), shape);
      if (entry) put(entry);
    }
  }
  // 상큼, 우아, 로맨틱 are said without 하다 too.
  const root = form.stem.slice(0, -1);
  if (form.class === '하' && root.length >= 2) {
    const entry = add(foldedText(root), root, 'word');
    if (entry) put(entry);
  }
}

/** ㅂㄹㄱㅁ of 베르가못; empty unless it is all Hangul. */
function leadsOf(text: string): string {
  const leads = [...text.normalize('NFC').replaceAll(' ', '')].map((letter) => {
    const index = letter.charCodeAt(0) - 0xac00;
    return index >= 0 && index < 11_172 ? 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'.charAt(Math.floor(index / 588)) : '';
  });
  return leads.includes('') ? '' : leads.join('');
}

/** Keys that are put in order between two rests. */
const keysAtOnce = 50;

function* indexOf(
  growing: ReadonlyMap<string, ReadonlyMap<string, Growing>>,
  { ambiguous, find }: Lexicon,
  initials: ReadonlyMap<string, ReadonlySet<string>>,
): Slices<EntryIndex> {
  const order = new Map(Object.entries(ambiguous).map(([form, ids]) => [foldedText(wordKey(form)), ids]));
  const entries = new Map<string, readonly Entry[]>();
  const lengths = new Map<string, Set<number>>();
  const nearby = new Map<string, string[]>();
  let made = 0;
  for (const [key, shapes] of growing) {
    made += 1;
    if (made % keysAtOnce === 0) yield;
    const likeliest = order.get(key) ?? [];
    const sorted = [...shapes.values()].map(({ concepts, materials, standards, allergens, ...entry }): Entry => {
      const likely = [...concepts].sort((a, b) => placeIn(likeliest, a) - placeIn(likeliest, b));
      const concept = find(likely[0] ?? '');
      return {
        ...entry,
        concepts: likely,
        materials: [...materials],
        standards: [...standards],
        allergens: [...allergens],
        category: concept?.category,
        isIngredient: materials.size > 0 || (concept?.facets.materials?.length ?? 0) > 0,
        isThing:
          materials.size > 0 ||
          concept?.facets.materials !== undefined ||
          ['note', 'family'].includes(concept?.category ?? ''),
      };
    });
    entries.set(key, sorted);
    const head = key.slice(0, 2);
    lengths.set(head, (lengths.get(head) ?? new Set()).add(key.length));
    if (!sorted.some(({ shape, says }) => (shape === 'word' || shape === 'plain') && !says) || key.length < 4) continue;
    const place = key.charAt(0) + key.length;
    const keys = nearby.get(place) ?? [];
    keys.push(key);
    nearby.set(place, keys);
  }
  const longestFirst = new Map([...lengths].map(([head, each]) => [head, [...each].sort((a, b) => b - a)]));
  return {
    at: (folded, at) => {
      const found: { entry: Entry; end: number }[] = [];
      for (const head of [folded.slice(at, at + 2), folded.charAt(at)]) {
        if (head === '') continue;
        for (const length of longestFirst.get(head) ?? []) {
          const end = at + length;
          if (end > folded.length) continue;
          for (const entry of entries.get(folded.slice(at, end)) ?? []) found.push({ entry, end });
        }
      }
      return found;
    },
    find: (key) => entries.get(key) ?? [],
    near: (first, length) => nearby.get(first + length) ?? [],
    initials: (leads) => [...(initials.get(leads) ?? [])],
  };
}

function placeIn(likeliest: readonly string[], id: string): number {
  // The perfumer's own word means what the perfumer says.
  if (id.startsWith('own-')) return -1;
  const place = likeliest.indexOf(id);
  return place < 0 ? likeliest.length : place;
}
