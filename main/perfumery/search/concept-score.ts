/**
 * @file How well what a thing smells and speaks of fits what is wished for: the cosine of two bundles of weighted concepts.
 *
 * What is not wanted pushes down: a thing that is mostly that falls below one that has nothing to do with the wish.
 */
import type { Postings } from './postings.ts';

export interface AskedConcept {
  readonly id: string;
  readonly weight: number;
  readonly isNegated: boolean;
}

/** Length of a bundle of concepts as a vector, to divide by once and for all. */
export function normOf(concepts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of concepts.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** The same bundle at length 1; empty where it has none. */
export function unitOf(concepts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const norm = normOf(concepts);
  if (norm === 0) return new Map();
  return new Map([...concepts].map(([id, weight]) => [id, weight / norm]));
}

/**
 * Adds to `likings`, by slot, the cosine with what is wished for, and to `aversions` the cosine with what is not, each 0 to 1.
 * The index holds bundles of length 1.
 */
export function scoreConcepts(
  index: Postings,
  concepts: readonly AskedConcept[],
  { likings, aversions }: { readonly likings: Float64Array; readonly aversions: Float64Array },
): void {
  for (const [isNegated, scores] of [
    [false, likings],
    [true, aversions],
  ] as const) {
    const asked = unitOf(
      new Map(concepts.flatMap((one) => (one.isNegated === isNegated ? [[one.id, one.weight]] : []))),
    );
    for (const [id, weight] of asked) {
      index.each(id, (slot, its) => {
        scores[slot] = (scores[slot] ?? 0) + weight * its;
      });
    }
  }
}
