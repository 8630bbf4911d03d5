import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLike, loadKnownModels } from './known-models.ts';

const { models } = loadKnownModels(path.resolve(import.meta.dirname, '../../../native-models'));

describe('known models', () => {
  it('are the seven of the plan, each once', () => {
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    expect(models.map(({ name }) => name.split('-')[0])).toEqual(
      expect.arrayContaining(['Qwen2.5', 'Qwen3', 'Llama', 'Mistral', 'EXAONE']),
    );
  });

  /** kB that llama.cpp reckons for a token of context in half floats, on the exact shapes. */
  const keptPerToken = {
    'qwen2.5-7b-instruct': 57,
    'qwen3-8b': 147,
    'qwen3-4b': 147,
    'llama-3.1-8b-instruct': 131,
    'mistral-7b-instruct-v0.3': 131,
    'exaone-3.5-7.8b-instruct': 131,
    'exaone-3.5-2.4b-instruct': 77,
  };
  it.each(models)('$name has a shape that agrees with what llama.cpp reckons', (model) => {
    const { layers, keyHeads, headWidth, heads, width, feedForward, vocabulary, isTied } = model;
    const bytes = 2 * layers * keyHeads * headWidth * 2;
    expect(Math.round(bytes / 1000)).toBe(keptPerToken[model.id as keyof typeof keptPerToken]);
    const attention = 2 * width * heads * headWidth + 2 * width * keyHeads * headWidth;
    const weights = layers * (attention + 3 * width * feedForward) + (isTied ? 1 : 2) * vocabulary * width;
    expect(Math.abs(weights / model.parameters - 1)).toBeLessThan(0.02);
  });

  it('grow with the context, and only the last bytes of 8 GB are ever in doubt', () => {
    for (const { graphicsMemory } of models) {
      const steps = graphicsMemory.atContext.map(({ gigabytes }) => gigabytes);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(steps.at(-1)).toBeLessThan(8);
    }
  });

  it('say plainly which may not be used for what is sold', () => {
    const forbidden = models.filter(({ licence }) => licence.commercialUse === 'not-allowed');
    expect(forbidden.map(({ id }) => id)).toEqual(['exaone-3.5-7.8b-instruct', 'exaone-3.5-2.4b-instruct']);
  });

  it('are told apart by their shape', () => {
    for (const model of models) expect(models.filter((other) => isLike(other, model))).toEqual([model]);
  });
});
