/**
 * @file Several answers to one question made into one.
 *
 * Weighted reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), scaled so that the first place of a list is worth
 * exactly its weight. A list that knows how good each of its hits is may say so with scores instead of places.
 */

/** Softens the difference between the first places, as in Cormack, Clarke and Büttcher 2009. */
const softness = 60;

/** One list of hits, the best first. */
export interface RankedList {
  readonly ids: readonly string[];
  /** At least 0: what its first place is worth. A list that weighs nothing finds nothing. */
  readonly weight: number;
  /** 0..1 for each id, not rising: used in place of the places. */
  readonly scores?: readonly number[];
}

/** A hit of the fused list. */
export interface FusedHit {
  readonly id: string;
  /** Sum over the lists, at most the sum of their weights. */
  readonly score: number;
  /** What each list gave, in the order of the lists; 0 where it did not find it. */
  readonly from: readonly number[];
}

/** The best `limit` of all `lists` together, the best first; of equals the smaller id first. */
export function fuse(lists: readonly RankedList[], limit: number): readonly FusedHit[] {
  const found = new Map<string, number[]>();
  for (const [number, list] of lists.entries()) {
    for (const [place, id] of list.ids.entries()) {
      const worth = list.weight * (list.scores?.[place] ?? (softness + 1) / (softness + 1 + place));
      if (!(worth > 0)) continue;
      const from = found.get(id) ?? new Array<number>(lists.length).fill(0);
      if (from[number] === 0) from[number] = worth;
      found.set(id, from);
    }
  }
  return [...found]
    .map(([id, from]) => ({ id, score: sumOf(from), from }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, limit));
}

/** The same whatever the order of the lists, which plain addition of floats is not. */
function sumOf(worths: readonly number[]): number {
  return [...worths].sort((a, b) => b - a).reduce((sum, worth) => sum + worth, 0);
}
