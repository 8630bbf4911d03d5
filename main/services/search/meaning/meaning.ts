/** @file Nearness of meaning, where there is an encoder and an index of its vectors. Search does without it, and says so. */
import type { SearchFilter } from '#perfumery/search/search-filter.ts';

export interface Near {
  readonly id: string;
  /** Cosine. */
  readonly score: number;
}

export type MeaningState =
  | { readonly stage: 'off' }
  | { readonly stage: 'ready'; readonly model: string }
  | { readonly stage: 'building'; readonly model: string; readonly done: number; readonly total: number }
  | {
      readonly stage: 'scanning';
      readonly model: string;
      readonly because: string;
      readonly done: number;
      readonly total: number;
    };

export interface NearAsked {
  readonly filters: readonly SearchFilter[];
  readonly limit: number;
  readonly exclude?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export interface Meaning {
  state(): MeaningState;
  /** Unit vectors of sentences as questions. */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  nearest(vector: Float32Array, asked: NearAsked): Promise<readonly Near[]>;
  vectorsOf(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Float32Array>>;
}
