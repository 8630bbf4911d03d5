/** @file How a model is loaded: what the shelf keeps for each, and what the host obeys. */

/** How the numbers of the context's memory (keys and values) are stored. */
export const kvTypes = ['F32', 'F16', 'Q8_0'] as const;
export type KvType = (typeof kvTypes)[number];

export interface LoadOptions {
  /** Tokens that fit, prompt and answer together. */
  readonly context: number;
  /** Layers on the graphics card; `all` of them, or none with 0. */
  readonly gpuLayers: number | 'all';
  /** Threads of the processor. */
  readonly threads: number;
  readonly kvType: KvType;
  readonly flashAttention: 'auto' | boolean;
  /** Tokens of a prompt that are read at once. */
  readonly batch: number;
}
