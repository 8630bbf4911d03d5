/**
 * @file What a model will take of the memory before it is loaded: an estimate, and called so wherever it is shown.
 *
 * Weights and the context's memory are exact; what llama.cpp needs to compute in is fitted to its own figures on seven models
 * (at most 3 % of the whole off, reference: GgufInsights of node-llama-cpp 3.21).
 */
import type { KvType } from './load-options.ts';
import type { ShelfFacts } from './shelf-facts.ts';

export interface EstimateOptions {
  /** Tokens. */
  readonly context: number;
  /** Layers on the graphics card, the head counted as one more. */
  readonly gpuLayers: number;
  readonly kvType: KvType;
  /** Tokens read at once. */
  readonly batch: number;
}

/** In bytes. */
export interface Memory {
  readonly ram: number;
  readonly vram: number;
}

const bytesPerNumber: Readonly<Record<KvType, number>> = { F32: 4, F16: 2, Q8_0: 34 / 32 };

/** Every layer and the head: what `all` on the graphics card means. */
export function everyLayer({ weights }: Pick<ShelfFacts, 'weights'>): number {
  return weights.layers.length + 1;
}

/** Memory for weights, context and computing. llama.cpp puts the last layers on the card first. */
export function estimateMemory(
  { weights, width = 0, vocabulary = 0, isTied }: Pick<ShelfFacts, 'weights' | 'width' | 'vocabulary' | 'isTied'>,
  { context, gpuLayers, kvType, batch }: EstimateOptions,
): Memory {
  const { embedding, layers, output, keptPerToken } = weights;
  const onCard = Math.min(gpuLayers, layers.length);
  const isHeadOnCard = gpuLayers > layers.length;
  const first = layers.length - onCard;
  const kept = keptPerToken.map((numbers) => numbers * context * bytesPerNumber[kvType]);
  const atOnce = Math.min(batch, context);
  const computing = atOnce * 4 * width * 3;
  const words = atOnce * 4 * vocabulary;
  const head = isTied ? output - embedding : output; // on the processor one table serves both ends
  const card = sum(layers.slice(first)) + sum(kept.slice(first));
  const beside = sum(layers.slice(0, first)) + sum(kept.slice(0, first));
  return {
    vram: gpuLayers > 0 ? card + computing + (isHeadOnCard ? output + words : 0) : 0,
    ram: beside + embedding + (isHeadOnCard ? 0 : head + words) + computing,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
