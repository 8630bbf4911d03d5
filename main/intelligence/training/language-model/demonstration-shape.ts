/** @file The size of the demonstration model: small enough to be trained on one core and to ship, large enough to answer. */
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';

/** 3.2 million weights with a vocabulary of 3072. May look back further than it was trained to, at some loss. */
export const demonstrationShape: ModelShape = {
  architecture: 'llama',
  vocabulary: 3072,
  context: 2048,
  width: 192,
  layers: 5,
  heads: 6,
  keyHeads: 3,
  feedForward: 512,
  epsilon: 1e-5,
  rotationBase: 10_000,
  isTied: false,
};
