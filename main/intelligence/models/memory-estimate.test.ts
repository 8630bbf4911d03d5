import { describe, expect, it } from 'vitest';
import { type ModelShape, tensorsOf } from './gguf/model-shape.ts';
import { bytesOf, type TensorType } from './gguf/tensor-type.ts';
import { estimateMemory, everyLayer } from './memory-estimate.ts';
import type { Weights } from './shelf-facts.ts';

type Known = Omit<ModelShape, 'context' | 'epsilon' | 'rotationBase' | 'architecture'> & { readonly keyWidth: number };

const models = {
  'Qwen2.5-7B': {
    vocabulary: 152064,
    width: 3584,
    layers: 28,
    heads: 28,
    keyHeads: 4,
    keyWidth: 128,
    feedForward: 18944,
    isTied: false,
  },
  'Qwen3-8B': {
    vocabulary: 151936,
    width: 4096,
    layers: 36,
    heads: 32,
    keyHeads: 8,
    keyWidth: 128,
    feedForward: 12288,
    isTied: false,
  },
  'Llama-3.1-8B': {
    vocabulary: 128256,
    width: 4096,
    layers: 32,
    heads: 32,
    keyHeads: 8,
    keyWidth: 128,
    feedForward: 14336,
    isTied: false,
  },
  'Mistral-7B': {
    vocabulary: 32768,
    width: 4096,
    layers: 32,
    heads: 32,
    keyHeads: 8,
    keyWidth: 128,
    feedForward: 14336,
    isTied: false,
  },
} as const satisfies Record<string, Known>;

/** GB = 1e9 bytes: weights on the card, then in all at 4k, 8k and 16k tokens (Q4_K_M, F16, flash attention). */
const reference = {
  'Qwen2.5-7B': [4.37, 4.93, 5.16, 5.63],
  'Qwen3-8B': [4.67, 5.61, 6.22, 7.43],
  'Llama-3.1-8B': [4.62, 5.44, 5.98, 7.05],
  'Mistral-7B': [4.3, 4.93, 5.46, 6.54],
} as const;

/** Q4_K_M: Q6_K for the head and for half of two matrices of a layer. */
function weightsOf(shape: Known): Weights {
  const qkv = { ...shape, architecture: 'llama', context: 0, epsilon: 0, rotationBase: 0 } as const;
  const layers = new Array<number>(shape.layers).fill(0);
  let [embedding, output] = [0, 0];
  for (const { name, dimensions, part } of tensorsOf(qkv)) {
    const layer = Number(/blk\.(\d+)/.exec(name)?.[1] ?? -1);
    const isMore =
      layer < shape.layers / 8 || layer >= (7 * shape.layers) / 8 || (layer - Math.floor(shape.layers / 8)) % 3 === 2;
    const type: TensorType =
      part === 'norm' ? 'F32' : part === 'head' || (/attn_v|ffn_down/.test(name) && isMore) ? 'Q6_K' : 'Q4_K';
    const bytes = bytesOf(dimensions, type);
    if (layer >= 0) layers[layer] = (layers[layer] ?? 0) + bytes;
    else if (part === 'embedding') embedding = bytes;
    else output += bytes;
  }
  return { embedding, layers, output, keptPerToken: layers.map(() => shape.keyHeads * 2 * shape.keyWidth) };
}

describe('the estimate of memory', () => {
  for (const [name, shape] of Object.entries(models)) {
    it(`agrees with llama.cpp's own of ${name} within 3 %`, () => {
      const facts = { ...shape, weights: weightsOf(shape) };
      const [, ...expected] = reference[name as keyof typeof reference];
      const reckoned = [4096, 8192, 16384].map(
        (context) =>
          estimateMemory(facts, { context, gpuLayers: everyLayer(facts), kvType: 'F16', batch: 512 }).vram / 1e9,
      );
      for (const [index, gigabytes] of expected.entries())
        expect(
          Math.abs((reckoned[index] as number) / gigabytes - 1),
          `${reckoned[index]} for ${gigabytes}`,
        ).toBeLessThan(0.03);
    });
  }

  it('moves layer by layer from one memory to the other and loses nothing on the way', () => {
    const shape = models['Qwen2.5-7B'];
    const facts = { ...shape, weights: weightsOf(shape) };
    const at = (gpuLayers: number) => estimateMemory(facts, { context: 4096, gpuLayers, kvType: 'F16', batch: 512 });
    expect(at(0).vram).toBe(0);
    for (let layers = 1; layers < everyLayer(facts); layers += 1) {
      expect(at(layers).vram).toBeGreaterThan(at(layers - 1).vram);
      expect(at(layers).ram).toBeLessThan(at(layers - 1).ram);
    }
  });

  it('halves the memory of the context with numbers of half the size', () => {
    const shape = models['Mistral-7B'];
    const facts = { ...shape, weights: weightsOf(shape) };
    const context = (kvType: 'F32' | 'F16') =>
      estimateMemory(facts, { context: 8192, gpuLayers: 0, kvType, batch: 512 }).ram;
    expect(context('F32') - context('F16')).toBe(32 * 8 * 256 * 8192 * 2);
  });
});
