/** @file A conversation to learn from. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Language } from './sources.ts';

export interface Turn {
  readonly speaker: 'system' | 'user' | 'assistant';
  readonly text: string;
}

export interface Conversation {
  readonly language: Language;
  /** What kind of talk it is, for counting. */
  readonly task: string;
  readonly turns: readonly Turn[];
}

/** A question with its answer. Two with the same `about` and `phrasing` are the same question. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
  /** What is asked: a material's id, a descriptor's. */
  readonly about: string;
  /** Which of the ways to ask it was taken, from 0. */
  readonly phrasing: number;
}

/** Draws an exchange; undefined where nothing is known to answer with. */
export type Talk = (language: Language, random: SeededRandom) => Exchange | undefined;

/** One of the ways to ask, filled in. */
export function asked(
  ways: readonly ((subject: string) => string)[],
  subject: string,
  random: SeededRandom,
): Pick<Exchange, 'question' | 'phrasing'> {
  const phrasing = random.below(ways.length);
  return { question: ways[phrasing]!(subject), phrasing };
}
