/** @file How well a language model foresees answers to questions it was never asked. */
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { Graph } from '../graph/graph.ts';
import type { Weights } from '../graph/weights.ts';
import { pickColumns } from '../ops/lookup.ts';
import { logSoftmax } from '../ops/probability.ts';
import { openStep } from '../run/open-step.ts';
import { encodeConversation, packRow } from './batches.ts';
import type { Draw } from './corpus/draw-conversation.ts';
import { transformer } from './transformer.ts';

export interface Foresight {
  /** e to the mean of -ln(probability) over the tokens of answers. */
  readonly perplexity: number;
  /** The same by task and language: `describe ko`. */
  readonly byTask: Readonly<Record<string, number>>;
  readonly answers: number;
}

export interface MeasureLanguageModel {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly tokenizer: BpeTokenizer;
  readonly draw: Draw;
  readonly seed: number;
  readonly answers: number;
  /** Longer conversations are cut. */
  readonly length: number;
}

/** One conversation at a time, each from its beginning. */
export async function measureLanguageModel(measured: MeasureLanguageModel): Promise<Foresight> {
  const { weights, shape, tokenizer, draw, seed, answers, length } = measured;
  const graph = new Graph();
  const logits = transformer(graph, shape, graph.input('ids', [1, length], 'int32'));
  graph.output('logs', pickColumns(logSoftmax(logits), graph.input('next', [length], 'int32')));
  const step = await openStep(graph, weights);
  const random = new SeededRandom(seed);
  const sums = new Map<string, { loss: number; tokens: number }>();
  for (let n = 0; n < answers; n++) {
    const conversation = draw(random);
    let isFirst = true;
    const padding = { ids: Array.from({ length }, () => 0), counts: Array.from({ length }, () => 0) };
    const row = packRow(length, () => {
      const text = isFirst ? encodeConversation(tokenizer, conversation) : padding;
      isFirst = false;
      return text;
    });
    (step.inputs.ids as Int32Array).set(row.ids);
    (step.inputs.next as Int32Array).set(row.next);
    await step.run();
    const key = `${conversation.task} ${conversation.language}`;
    const sum = sums.get(key) ?? { loss: 0, tokens: 0 };
    row.counts.forEach((count, at) => {
      if (count !== 1) return;
      sum.loss -= step.outputs.logs?.[at] ?? Number.NaN;
      sum.tokens += 1;
    });
    sums.set(key, sum);
  }
  await step.close();
  const all = [...sums.values()].reduce((a, b) => ({ loss: a.loss + b.loss, tokens: a.tokens + b.tokens }));
  return {
    perplexity: Math.exp(all.loss / all.tokens),
    byTask: Object.fromEntries([...sums].sort().map(([key, { loss, tokens }]) => [key, Math.exp(loss / tokens)])),
    answers,
  };
}
