import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import { Graph } from '../graph/graph.ts';
import { beginWeights } from '../graph/weights.ts';
import { openStep } from '../run/open-step.ts';
import { transformer } from './transformer.ts';

const shape: ModelShape = {
  architecture: 'llama',
  vocabulary: 11,
  context: 16,
  width: 16,
  layers: 2,
  heads: 4,
  keyHeads: 2,
  feedForward: 24,
  epsilon: 1e-5,
  rotationBase: 10_000,
  isTied: false,
};
const length = 8;

async function logits(ids: readonly number[], texts: readonly number[], places: readonly number[]) {
  const graph = new Graph();
  const inputs = {
    ids: graph.input('ids', [1, length], 'int32'),
    texts: graph.input('texts', [1, length], 'int32'),
    places: graph.input('places', [places.length], 'int32'),
  };
  graph.output('logits', transformer(graph, shape, inputs));
  const weights = beginWeights(graph.plans, new SeededRandom(4));
  for (const { shape: sizes, data } of weights.values())
    if (sizes.length > 1) for (let at = 0; at < data.length; at++) data[at]! *= 20;
  const step = await openStep(graph, weights);
  (step.inputs.ids as Int32Array).set(ids);
  (step.inputs.texts as Int32Array).set(texts);
  (step.inputs.places as Int32Array).set(places);
  await step.run();
  const found = [...step.outputs.logits!];
  await step.close();
  return found;
}

describe('the transformer', () => {
  const one = new Array<number>(length).fill(0);
  it('does not look ahead', async () => {
    const before = await logits([1, 2, 3, 4, 5, 6, 7, 8], one, [3]);
    expect(await logits([1, 2, 3, 4, 9, 9, 9, 9], one, [3])).toEqual(before);
    expect(await logits([9, 2, 3, 4, 5, 6, 7, 8], one, [3])).not.toEqual(before);
  });
  it('does not look into another text of the same row', async () => {
    const apart = [0, 0, 0, 1, 1, 1, 1, 1];
    const before = await logits([1, 2, 3, 4, 5, 6, 7, 8], apart, [7]);
    const after = await logits([9, 9, 9, 4, 5, 6, 7, 8], apart, [7]);
    after.forEach((value, at) => {
      expect(value).toBeCloseTo(before[at]!, 5);
    });
  });
});
