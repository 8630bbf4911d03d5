/** @file What turns sentences into directions: ours, or one the perfumer imported. */
export interface SentenceEncoder {
  /** Names the model and its weights: vectors of two ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** Texts after which what a long work has encoded is put by; left out by those that are fast. */
  readonly atOnce?: number;
  /** One unit vector of `dimensions` for each text, one after another. Queries and passages may be prefixed differently. */
  encode(texts: readonly string[], as: 'query' | 'passage', signal?: AbortSignal): Promise<Float32Array>;
}
