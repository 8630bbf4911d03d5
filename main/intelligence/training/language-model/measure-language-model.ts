/** @file How well a language model foresees answers to questions it was never asked. */
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { Graph } from '../graph/graph.ts';
import type { Weights } from '../graph/weights.ts';
import { pickColumns } from '../ops/lookup.ts';
import { logSoftmax } from '../ops/probability.ts';
import { openStep } from '../run/open-step.ts';
import { encodeConversation } from './batches.ts';
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
  const logits = transformer(graph, shape, { ids: graph.input('ids', [1, length], 'int32') });
  graph.output('logs', pickColumns(logSoftmax(logits), graph.input('next', [length], 'int32')));
  const step = await openStep(graph, weights);
  const random = new SeededRandom(seed);
  const sums = new Map<string, Sum>();
  for (let n = 0; n < answers; n++) {
    const conversation = draw(random);
    const { ids, isAnswer } = encodeConversation(tokenizer, conversation);
    const said = ids.slice(0, length);
    (step.inputs.ids as Int32Array).fill(0).set(said);
    (step.inputs.next as Int32Array).fill(0).set(said.slice(1));
    await step.run();
    const key = `${conversation.task} ${conversation.language}`;
    const { loss, tokens } = sums.get(key) ?? { loss: 0, tokens: 0 };
    const places = said.keys().filter((at) => at + 1 < said.length && isAnswer[at + 1] === true);
    const logs = places.map((at) => step.outputs.logs?.[at] ?? Number.NaN).toArray();
    sums.set(key, { loss: logs.reduce((sum, log) => sum - log, loss), tokens: tokens + logs.length });
  }
  await step.close();
  const all = [...sums.values()].reduce((a, b) => ({ loss: a.loss + b.loss, tokens: a.tokens + b.tokens }));
  return {
    perplexity: perplexityOf(all),
    byTask: Object.fromEntries([...sums].sort().map(([key, sum]) => [key, perplexityOf(sum)])),
    answers,
  };
}

interface Sum {
  readonly loss: number;
  readonly tokens: number;
}

const perplexityOf = ({ loss, tokens }: Sum): number => Math.exp(loss / tokens);
