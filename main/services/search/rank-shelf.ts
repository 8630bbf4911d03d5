/**
 * @file The order of everything on the shelf for one question: names, words, concepts and nearness of meaning, weighed by
 * what kind of question it is, and what is not wanted pushed down.
 */

import type { Slices } from '#foundation/slices.ts';
import { type AskedWish, scoreWishes } from '#perfumery/search/concept-score.ts';
import type { FoundName, MatchField, MatchKind } from '#perfumery/search/find-by-name.ts';
import { fuse } from '#perfumery/search/fuse.ts';
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
  /** Chips alone say what answers: whatever they let through does, and the rest of this only orders it. */
  readonly isSettled: boolean;
  /** Ids of what was written as it is called; all of the question where `isWhole`. */
  readonly exact: ReadonlyMap<string, boolean>;
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

/** What answers a question, by slot. */
export interface Ranking {
  /** 1 where something speaks for the thing. */
  readonly found: Uint8Array;
  /** Higher is better; of what was not found they say nothing. */
  readonly scores: Float64Array;
  readonly names: ReadonlyMap<number, FoundName<number>>;
  /** Cosines of the encoder where it found a thing. */
  readonly meanings: ReadonlyMap<number, number>;
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

const mostNames = 60;
const aversionWeight = 0.7;
const preferredWorth = 0.25;
/** Below this cosine of concepts a thing is not said to be what was wished for. */
const leastLiking = 0.2;
/** From this cosine of the nearest on the encoder is believed wholly. */
const nearEnough = 0.4;

/** Looks at everything on the shelf once; `rankScored` then weighs what is allowed. */
export function* scoreShelf(shelf: FindableShelf, question: Question): Slices<Omit<Scored, 'meaning'>> {
  const words = new Float64Array(shelf.slots);
  scoreWords(shelf.words, question.words, words);
  yield;
  const wishes = yield* scoreWishes(shelf.concepts, question.wishes, shelf.slots);
  return { question, words, ...wishes, names: namesFor(shelf, question) };
}

/** Everything that speaks to the question and is allowed (by slot: 1); what is filtered out of it later changes nothing else. */
export function rankScored(shelf: FindableShelf, scored: Scored, allowed: Uint8Array): Ranking {
  const { question, words, likings, aversions } = scored;
  const names = new Map(scored.names.filter(({ owner }) => allowed[owner]).map((name) => [name.owner, name]));
  const meanings = new Map<number, number>();
  for (const { id, score } of scored.meaning) {
    const slot = shelf.slotOf(id);
    if (slot !== undefined && allowed[slot]) meanings.set(slot, score);
  }
  const weights = weightsFor(question, [...names.values()]);
  const scores = fuse(
    [
      { scores: namedBy(shelf, question, names), weight: weights.names, full: 1 },
      { scores: words, weight: weights.words },
      { scores: likings, weight: weights.concepts, least: leastLiking, full: 0.5 },
      { scores: aboveTheLast(meanings), weight: weights.meaning * certaintyOf(meanings) },
    ],
    allowed,
  );
  const found = foundBy(question, scores, allowed);
  for (let slot = 0; slot < scores.length; slot += 1) {
    scores[slot] = (scores[slot] as number) - (aversions[slot] as number) * aversionWeight;
  }
  for (const filter of question.preferred) prefer(shelf, filter, found, scores);
  return { found, scores, names, meanings };
}

/** By slot: 1 where something speaks for a thing. A question that only says what is not wanted finds all the rest. */
function foundBy({ wishes, isSettled }: Question, scores: Float64Array, allowed: Uint8Array): Uint8Array {
  if (isSettled) return allowed;
  const found = new Uint8Array(scores.length);
  let isEmpty = true;
  for (let slot = 0; slot < scores.length; slot += 1) {
    if (scores[slot] === 0) continue;
    found[slot] = 1;
    isEmpty = false;
  }
  return isEmpty && wishes.some(({ isNegated }) => isNegated) ? allowed : found;
}

function prefer(shelf: FindableShelf, filter: SearchFilter, found: Uint8Array, scores: Float64Array): void {
  const met = shelf.facets.meeting(filter);
  for (let slot = 0; slot < met.length; slot += 1) {
    const item = met[slot] && found[slot] ? shelf.at(slot)?.item : undefined;
    if (item) scores[slot] = (scores[slot] as number) + preferredWorth * firstness(item, filter);
  }
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

/** How well the names fit, 1 for what was written as it is called. */
function namedBy(
  shelf: FindableShelf,
  { exact }: Question,
  names: ReadonlyMap<number, FoundName<number>>,
): ReadonlyMap<number, number> {
  const scores = new Map([...names].map(([slot, name]) => [slot, nameScore(name)]));
  for (const id of exact.keys()) {
    const slot = shelf.slotOf(id);
    if (slot !== undefined) scores.set(slot, 1);
  }
  return scores;
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

/** Cosines lie close together: what counts is how far above the last of the list one is. */
function aboveTheLast(meanings: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const last = Math.min(...meanings.values());
  return new Map([...meanings].map(([slot, cosine]) => [slot, cosine - last]));
}

/** Where even the nearest is far the list says little; where it points away, nothing. */
function certaintyOf(meanings: ReadonlyMap<number, number>): number {
  return Math.max(0, Math.min(1, Math.max(0, ...meanings.values()) / nearEnough));
}
