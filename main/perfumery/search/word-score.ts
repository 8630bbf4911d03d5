/**
 * @file How well the words of a query fit: BM25 (Robertson and Zaragoza 2009) on weighted words.
 *
 * A word that stands in a name counts more often than one in a remark, so the weights take the place of counts.
 */
import type { Postings } from './postings.ts';

export interface AskedWord {
  readonly term: string;
  /** 1 for a word as it was typed, less for what it only may mean. */
  readonly weight: number;
}

/** Saturation of repeated words, and how much long texts pay for being long. */
const [saturation, lengthShare] = [1.2, 0.5];

/** Adds the score of each thing to `scores`, by slot. */
export function scoreWords(index: Postings, words: readonly AskedWord[], scores: Float64Array): void {
  const mean = index.meanLength || 1;
  for (const { term, weight } of words) {
    const holders = index.sizeOf(term);
    if (holders === 0) continue;
    const rarity = Math.log(1 + (index.count - holders + 0.5) / (holders + 0.5));
    const worth = Math.max(rarity, 0.05) * weight;
    index.each(term, (slot, times) => {
      const length = 1 - lengthShare + (lengthShare * index.lengthOf(slot)) / mean;
      scores[slot] = (scores[slot] ?? 0) + (worth * times * (saturation + 1)) / (times + saturation * length);
    });
  }
}
