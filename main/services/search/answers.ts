/**
 * @file What answers a question, before and after the perfumer's own filters.
 *
 * What is found does not depend on those filters: they only take away. So a count beside a value is what ticking it leaves.
 */
import type { FoundName } from '#perfumery/search/find-by-name.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import type { Near } from './meaning/meaning.ts';
import { rankScored, type Scored } from './rank-shelf.ts';
import type { FindableShelf } from './shelf/findable-shelf.ts';

export interface Answers {
  /** By slot: 1 where a thing is among the answers. */
  readonly mask: Uint8Array;
  /** By slot; higher is better. */
  readonly scores: Float64Array;
  /** By slot: 1 where a thing would be among them if the perfumer had set no filter. */
  readonly unfiltered: Uint8Array;
  readonly names: ReadonlyMap<number, FoundName<number>>;
  readonly meanings: ReadonlyMap<number, number>;
  /** Nothing that was found passes the filters: what passes them is shown instead. */
  readonly isGuess: boolean;
}

export interface Asking {
  /** Of the chips, that must hold. */
  readonly hard: readonly SearchFilter[];
  /** Set by the perfumer. */
  readonly own: readonly SearchFilter[];
  /** Ids that are never an answer. */
  readonly except: readonly string[];
  /** False where nothing was typed and likeness not asked for: everything answers. */
  readonly isAsked: boolean;
}

export function answersTo(shelf: FindableShelf, scored: Scored, { hard, own, except, isAsked }: Asking): Answers {
  const allowed = shelf.facets.meetingAll(hard);
  for (const id of except) {
    const slot = shelf.slotOf(id);
    if (slot !== undefined) allowed[slot] = 0;
  }
  const ranking = isAsked ? rankScored(shelf, scored, allowed) : undefined;
  const isAnythingFound = ranking?.found.includes(1) === true;
  if (ranking && isAnythingFound) {
    const mask = shelf.facets.meetingAll(own, ranking.found);
    if (mask.includes(1)) return { ...ranking, mask, unfiltered: ranking.found, isGuess: false };
  }
  const passing = shelf.facets.meetingAll(own, allowed);
  return {
    mask: passing,
    scores: byNewest(shelf),
    unfiltered: ranking && isAnythingFound ? ranking.found : allowed,
    names: new Map(),
    meanings: new Map(),
    isGuess: isAsked && passing.includes(1),
  };
}

/** The guess with the nearest by meaning in front. */
export function nearestFirst(shelf: FindableShelf, guess: Answers, nearest: readonly Near[]): Answers {
  const scores = guess.scores.slice();
  const meanings = new Map<number, number>();
  for (const { id, score } of nearest) {
    const slot = shelf.slotOf(id);
    if (slot === undefined || !guess.mask[slot]) continue;
    scores[slot] = 2 + score;
    meanings.set(slot, score);
  }
  return { ...guess, scores, meanings };
}

/** The last worked on first, then by name: from 0 downwards. */
function byNewest(shelf: FindableShelf): Float64Array {
  const scores = new Float64Array(shelf.slots);
  for (const [place, slot] of shelf.newestFirst().entries()) scores[slot] = -place;
  return scores;
}
