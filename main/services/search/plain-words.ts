/** @file Words as they are written, without a lexicon: what is left of understanding where there is none. */
import type { Tongue } from './shelf/piece-words.ts';
import type { Understanding } from './understanding.ts';

/** Terms are the words themselves. */
export const plainTongue: Tongue = {
  terms: (text) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  conceptsIn: () => new Map(),
  impliedBy: () => new Map(),
  facetsOf: () => ({}),
  conceptsOf: (_, id) => new Map([[id, 1]]),
};

/** Nothing is understood; everything is looked for. */
export const plainUnderstanding: Understanding = {
  read: (text) => ({ chips: [], wishes: [], exact: [], rest: text, wanted: text }),
  labelOf: () => undefined,
  oppositesOf: () => [],
  axes: () => [],
  bundleOf: (concept) => new Map([[concept, 1]]),
};
