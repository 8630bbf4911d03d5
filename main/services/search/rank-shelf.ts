/**
 * @file The order of everything on the shelf for one question: names, words, concepts and nearness of meaning, weighed by
 * what kind of question it is, and what is not wanted pushed down.
 */

import { highest } from '#foundation/highest.ts';
import { type AskedWish, scoreWishes } from '#perfumery/search/concept-score.ts';
import type { FoundName, MatchField, MatchKind } from '#perfumery/search/find-by-name.ts';
import { fuse, type RankedList } from '#perfumery/search/fuse.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { type AskedWord, scoreWords } from '#perfumery/search/word-score.ts';
import type { Findable } from './items/findable.ts';
import type { Near } from './meaning/meaning.ts';
import type { FindableShelf } from './shelf/findable-shelf.ts';

export interface Question {
  /** Looked for among names as it was typed; empty: not at all. */
  readonly typed: string;
  readonly words: readonly AskedWord[];
  /** Share of what was typed that nobody understood, 0..1. */
  readonly unknown: number;
  readonly wishes: readonly AskedWish[];
  /** What comes first where it is so. */
  readonly preferred: readonly SearchFilter[];
  /** Ids of what was written as it is called; all of the question where `isWhole`. */
  readonly exact: ReadonlyMap<string, boolean>;
  /** Ids that are never an answer. */
  readonly except: ReadonlySet<string>;
}

/** What speaks for each slot, whatever is allowed. */
export interface Scored {
  readonly question: Question;
  readonly words: Float64Array;
  readonly likings: Float64Array;
  readonly aversions: Float64Array;
  readonly names: readonly FoundName<number>[];
  /** Nearest by meaning: id and cosine. */
  readonly meaning: readonly Near[];
}

export interface Ranked {
  readonly slot: number;
  readonly score: number;
  readonly name?: FoundName<number>;
  /** Cosine of the encoder; absent where it was not found by it. */
  readonly meaning?: number;
}

/** What the first place of each list is worth. Judgements, held to by the judged set. */
interface Weights {
  readonly names: number;
  readonly words: number;
  readonly concepts: number;
  readonly meaning: number;
}
const forNames: Weights = { names: 0.9, words: 0.4, concepts: 0.25, meaning: 0.05 };
const forIngredients: Weights = { names: 0.5, words: 0.4, concepts: 0.5, meaning: 0.1 };
const forWords: Weights = { names: 0.6, words: 0.6, concepts: 0, meaning: 0.4 };
const forMoods: Weights = { names: 0.25, words: 0.2, concepts: 0.6, meaning: 0.1 };
/** What nobody understood is left to the encoder. */
const forUnknown = 0.4;

const ofKind: Readonly<Record<MatchKind, number>> = {
  exact: 1,
  prefix: 0.8,
  word: 0.65,
  words: 0.6,
  inside: 0.45,
  initials: 0.55,
  slip: 0.4,
};
const ofField: Readonly<Record<MatchField, number>> = { name: 1, alias: 0.93, inci: 0.9, cas: 1, sku: 1 };
const otherLayout = 0.8;
/** `rose` begins Rosewood too, but it is not the word. */
const wordCut = 0.75;

const listed = 400;
const mostNames = 60;
const aversionWeight = 0.7;
const preferredWorth = 0.25;
/** Below this cosine of concepts a thing is not said to be what was wished for. */
const leastLiking = 0.2;

/** Looks at everything on the shelf once; `rankScored` then puts in order what is allowed. */
export function scoreShelf(shelf: FindableShelf, question: Question): Omit<Scored, 'meaning'> {
  const words = new Float64Array(shelf.slots);
  scoreWords(shelf.words, question.words, words);
  return {
    question,
    words,
    ...scoreWishes(shelf.concepts, question.wishes, shelf.slots),
    names: namesFor(shelf, question),
  };
}

/** Everything that speaks to the question and is allowed (by slot: 1), the best first. */
export function rankScored(shelf: FindableShelf, scored: Scored, allowed: Uint8Array): readonly Ranked[] {
  const { question, words, likings, aversions } = scored;
  const excepted = new Set([...question.except].map((id) => shelf.slotOf(id)));
  const isAllowed = (slot: number) => allowed[slot] === 1 && !excepted.has(slot);
  const names = scored.names.filter(({ owner }) => isAllowed(owner));

  const meanings = new Map<number, number>();
  for (const { id, score } of scored.meaning) {
    const slot = shelf.slotOf(id);
    if (slot !== undefined && isAllowed(slot)) meanings.set(slot, score);
  }
  const nameOf = new Map(names.map((name) => [name.owner, name]));
  const named = new Map(names.map((name) => [name.owner, nameScore(name)]));
  for (const id of question.exact.keys()) {
    const slot = shelf.slotOf(id);
    if (slot !== undefined && isAllowed(slot)) named.set(slot, 1);
  }
  const weights = weightsFor(question, names);
  const fused = fuse(
    [
      listOf(named, weights.names, 1),
      listOf(best(words, isAllowed, 0), weights.words, 0),
      listOf(best(likings, isAllowed, leastLiking), weights.concepts, 0.5),
      meaningList(meanings, weights.meaning),
    ],
    Number.MAX_SAFE_INTEGER,
  );
  const isOnlyUnwanted = fused.length === 0 && question.wishes.some(({ isNegated }) => isNegated);
  const found = isOnlyUnwanted ? allAllowed(shelf.slots, isAllowed) : fused;
  const preferred = question.preferred.map((filter) => ({ filter, met: shelf.facets.meeting(filter) }));
  return found
    .map(({ id, score }): Ranked => {
      const slot = Number(id);
      const item = shelf.at(slot)?.item;
      const liked = item
        ? preferred.reduce((sum, one) => sum + (one.met[slot] ? firstness(item, one.filter) : 0), 0)
        : 0;
      const name = nameOf.get(slot);
      const meaning = meanings.get(slot);
      return {
        slot,
        score: score + liked * preferredWorth - (aversions[slot] ?? 0) * aversionWeight,
        ...(name && { name }),
        ...(meaning !== undefined && { meaning }),
      };
    })
    .sort((a, b) => b.score - a.score || a.slot - b.slot);
}

/** 1 where what the filter asks for is so before anything else, less where it is so among other things. */
function firstness(item: Findable['item'], filter: SearchFilter): number {
  if (filter.field !== 'families' || !('any' in filter)) return 1;
  return 1 / (1 + item.facets.families.findIndex((one) => filter.any.includes(one)));
}

/** Slips of the finger are looked for only where nothing was understood: what is right as it stands is no slip. */
function namesFor(shelf: FindableShelf, { typed, words, wishes }: Question): readonly FoundName<number>[] {
  if (typed === '') return [];
  const isKnown = wishes.length > 0 || words.some(({ term }) => shelf.words.has(term));
  return shelf.names.find(typed, mostNames, !isKnown);
}

function allAllowed(slots: number, isAllowed: (slot: number) => boolean): { id: string; score: number }[] {
  const all: { id: string; score: number }[] = [];
  for (let slot = 0; slot < slots; slot += 1) if (isAllowed(slot)) all.push({ id: String(slot), score: 0 });
  return all;
}

/** A name that was typed outright outweighs everything; a wish is weighed by what it means. */
function weightsFor({ wishes, exact, words, unknown }: Question, names: readonly FoundName<number>[]): Weights {
  const [first] = names;
  const isName = first !== undefined && !first.otherLayout && first.kind !== 'slip' && first.kind !== 'inside';
  if ([...exact.values()].includes(true) || (isName && (first.kind === 'exact' || wishes.length <= 1))) return forNames;
  if (wishes.length === 0) return forWords;
  const usual = wishes.length === 1 && words.length <= 1 ? forIngredients : forMoods;
  return { ...usual, meaning: usual.meaning + forUnknown * unknown };
}

function nameScore({ kind, field, otherLayout: isOther, text, to }: FoundName<number>): number {
  const isWordCut = kind !== 'exact' && /[\p{L}\p{N}]/u.test(text.charAt(to));
  return ofKind[kind] * ofField[field] * (isOther ? otherLayout : 1) * (isWordCut ? wordCut : 1);
}

/** The highest scores, at most `listed`. */
function best(scores: Float64Array, isAllowed: (slot: number) => boolean, least: number): Map<number, number> {
  const counts = (slot: number) => (scores[slot] as number) > least && isAllowed(slot);
  return new Map(highest(scores, listed, counts).map((slot) => [slot, scores[slot] as number]));
}

/** Scores as shares of the highest, which is at least `full`. */
function listOf(scores: ReadonlyMap<number, number>, weight: number, full: number): RankedList {
  const sorted = [...scores].sort(([a, x], [b, y]) => y - x || a - b);
  const top = Math.max(full, sorted[0]?.[1] ?? 0) || 1;
  return {
    ids: sorted.map(([slot]) => String(slot)),
    scores: sorted.map(([, score]) => score / top),
    weight: sorted.length > 0 ? weight : 0,
  };
}

/** Cosines lie close together: what counts is how far above the last of the list one is. */
function meaningList(meanings: ReadonlyMap<number, number>, weight: number): RankedList {
  const sorted = [...meanings].sort(([a, x], [b, y]) => y - x || a - b);
  const [top, low] = [sorted[0]?.[1] ?? 0, sorted.at(-1)?.[1] ?? 0];
  const reach = top - low || 1;
  return {
    ids: sorted.map(([slot]) => String(slot)),
    scores: sorted.map(([, score]) => (score - low) / reach),
    weight: top > 0 ? weight * Math.min(1, top / 0.4) : 0,
  };
}
