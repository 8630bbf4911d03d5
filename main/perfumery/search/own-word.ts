/** @file A word of the perfumer's own, and what it means to them. */

export interface OwnWord {
  readonly id: string;
  /** As it is said, in either language. */
  readonly text: string;
  /** Concept ids with weights, above 0 and at most 1. One alone at weight 1: just another word for it. */
  readonly means: readonly { readonly concept: string; readonly weight: number }[];
}

/** In characters. */
export const longestOwnWord = 60;
export const mostMeanings = 12;
export const mostOwnWords = 500;
