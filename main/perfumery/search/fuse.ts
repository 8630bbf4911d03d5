/**
 * @file Several ways of looking made into one order: a weighted sum of scores, each as a share of the best.
 *
 * Scores are fused rather than places (Fox and Shaw 1994, CombSUM, with weights): a first place by a hair is not a first place.
 */

/** What one way of looking says of each thing. */
export interface ScoredList {
  /** By slot, above 0 where anything is said; a list of few says only those. */
  readonly scores: Float64Array | ReadonlyMap<number, number>;
  /** At least 0: what the best is worth. A list that weighs nothing finds nothing. */
  readonly weight: number;
  /** Only scores above it count; at least 0. */
  readonly least?: number;
  /** The best counts as such only from this score on. */
  readonly full?: number;
}

/** By slot, among those that are `allowed` (1): the sum over the lists, at most the sum of their weights; 0 where none found it. */
export function fuse(lists: readonly ScoredList[], allowed: Uint8Array): Float64Array {
  const sums = new Float64Array(allowed.length);
  for (const { scores, weight, least = 0, full = 0 } of lists) {
    let top = least;
    eachOf(scores, (slot, score) => {
      if (score > top && allowed[slot]) top = score;
    });
    const worth = weight / Math.max(top, full);
    if (!(top > least && worth > 0)) continue;
    eachOf(scores, (slot, score) => {
      if (score > least && allowed[slot]) sums[slot] = (sums[slot] as number) + worth * score;
    });
  }
  return sums;
}

function eachOf(scores: ScoredList['scores'], visit: (slot: number, score: number) => void): void {
  if (!(scores instanceof Float64Array)) {
    for (const [slot, score] of scores) visit(slot, score);
    return;
  }
  for (let slot = 0; slot < scores.length; slot += 1) visit(slot, scores[slot] as number);
}
