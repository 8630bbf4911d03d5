import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import { preflightModel } from '#intelligence/models/gguf/preflight.ts';
import { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import { trainBpe } from '#intelligence/models/gguf/tokenizer/train-bpe.ts';
import { writeGguf } from '#intelligence/models/gguf/write-gguf.ts';
import { Graph } from '#intelligence/training/graph/graph.ts';
import { beginWeights } from '#intelligence/training/graph/weights.ts';
import { toGguf } from '#intelligence/training/language-model/to-gguf.ts';
import { transformer } from '#intelligence/training/language-model/transformer.ts';
import { logSoftmax } from '#intelligence/training/ops/probability.ts';
import { openStep } from '#intelligence/training/run/open-step.ts';
import { exactly, largestDifference, logProbabilitiesByLlama, openBareLlama } from './bare-llama.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'own-model-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a model of our own training engine', () => {
  it('says the same in llama.cpp, positions and shared keys included', async () => {
    const controls = [chatControls.begin, chatControls.open, chatControls.end];
    const tokenizer = new BpeTokenizer(trainBpe({ texts: ['장미 향 rose'], size: 270, pre: 'qwen2' }), controls);
    const shape: ModelShape = {
      architecture: 'llama',
      vocabulary: tokenizer.tokens.length,
      context: 64,
      width: 64,
      layers: 2,
      heads: 4,
      keyHeads: 2,
      feedForward: 96,
      epsilon: 1e-5,
      rotationBase: 10_000,
      isTied: false,
    };
    const length = 24;
    const graph = new Graph();
    graph.output('logs', logSoftmax(transformer(graph, shape, { ids: graph.input('ids', [1, length], 'int32') })));
    const weights = beginWeights(graph.plans, new SeededRandom(3));
    for (const { shape: sizes, data } of weights.values())
      if (sizes.length > 1) for (let at = 0; at < data.length; at++) data[at]! *= 8;
    const step = await openStep(graph, weights);
    const tokens = Array.from({ length }, (_, at) => (at * 37) % shape.vocabulary);
    (step.inputs.ids as Int32Array).set(tokens);
    await step.run();
    const ours = tokens.map((_, at) => step.outputs.logs!.slice(at * shape.vocabulary, (at + 1) * shape.vocabulary));
    await step.close();

    const file = path.join(folder, 'own.gguf');
    const { metadata, tensors } = toGguf(weights, shape, tokenizer, { name: 'Own' }, 'F32');
    writeGguf(file, metadata, tensors);
    expect((await preflightModel(file)).verdict).toBe('fit');
    const llama = await openBareLlama();
    const model = await llama.loadModel({ modelPath: file });
    const theirs = await logProbabilitiesByLlama(await model.createContext(exactly), tokens);
    await llama.dispose();
    expect(largestDifference(theirs, ours)).toBeLessThan(1e-3);
    expect(new Set(ours.map((row) => row.indexOf(Math.max(...row)))).size).toBeGreaterThan(3);
  });
});
