/**
 * @file Trains the encoder. Questions and texts are drawn anew for each step; each question is held against every text of the
 * batch, with soft targets by graded relevance (InfoNCE of van den Oord et al. 2018 with several positives), and everything
 * against one direction for each concept, which is not kept.
 */
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { Graph } from '#intelligence/training/graph/graph.ts';
import type { Tensor } from '#intelligence/training/graph/tensor.ts';
import type { Weight, Weights } from '#intelligence/training/graph/weights.ts';
import { add, scale } from '#intelligence/training/ops/arithmetic.ts';
import { unitLength } from '#intelligence/training/ops/norm.ts';
import { softCrossEntropy } from '#intelligence/training/ops/probability.ts';
import { multiplyMatrices } from '#intelligence/training/ops/products.ts';
import { slice, transpose } from '#intelligence/training/ops/shape.ts';
import { AdamW } from '#intelligence/training/optimiser/adamw.ts';
import { cosineRate } from '#intelligence/training/optimiser/schedule.ts';
import { learn } from '#intelligence/training/run/learn.ts';
import { openTrainingStep } from '#intelligence/training/run/open-training-step.ts';
import type { TrainingControl } from '#intelligence/training/run/training-control.ts';
import { type Bags, RowTable } from '#intelligence/training/sparse/row-table.ts';
import { dimensions, encodeSentences, tableWidth } from '../encoder-network.ts';
import type { Forms } from '../saying/sentences.ts';
import { type EncoderInputs, encoderInputs } from '../text/encoder-inputs.ts';
import { featureRows, mostFeatures } from '../text/word-features.ts';
import type { Wanted } from '../world/wanted.ts';
import { type Evidence, World, type WorldSource } from '../world/world.ts';
import { type Batch, makeBatch } from './make-batch.ts';

export interface EncoderTraining {
  readonly source: WorldSource;
  readonly seed: number;
  readonly steps: number;
  readonly questions: number;
  readonly documents: number;
  /** Most different words in a batch. */
  readonly words: number;
  readonly forms?: Forms;
  readonly checkpoint?: { readonly file: string; readonly every: number };
}

export interface TrainedEncoder {
  /** Of the network, with the table as `table`. */
  readonly weights: Weights;
  readonly losses: readonly number[];
}

const rate = 2e-3;
/** The table's rate as a multiple of the network's. */
const tableRate = 60;
const beginningOfTable = 0.17;
/** What cosines are multiplied by before the softmax. */
const sharpness = { texts: 20, concepts: 16 };
/** How fast a less relevant text counts less as a target. */
const softness = { texts: 0.12, concepts: 0.1 };

export async function trainEncoder(options: EncoderTraining, control: TrainingControl): Promise<TrainedEncoder> {
  const { source, seed, steps, forms = 'all', checkpoint } = options;
  const world = new World(source);
  const table = new RowTable(featureRows, tableWidth, beginningOfTable, new SeededRandom(seed));
  const step = await openTrainingStep((graph) => lossOf(graph, options, world.size), new SeededRandom(seed + 1));
  let bags: Bags = { width: mostFeatures, rows: new Int32Array(0), weights: new Float32Array(0) };
  const losses = await learn(
    {
      step,
      optimiser: new AdamW(step.weights, { decay: 0.01, longest: 1 }),
      rate: cosineRate(rate, { steps, warmUp: Math.min(200, Math.floor(steps / 10)), floor: 0.02 }),
      steps,
      seed: seed + 2,
      fill: (inputs, random) => {
        const batch = makeBatch(world, options, forms, random);
        const given = wordsWithin(batch, options.words);
        bags = given;
        table.sum(bags, inputs.bags as Float32Array);
        for (const which of ['said', 'denied'] as const)
          spread(given[which], given.words, inputs[which] as Float32Array, options.words);
        fillTargets(world, batch, inputs as Record<string, Float32Array>);
      },
      beside: {
        arrays: table.arrays,
        move: (now) => table.move(bags, step.outputs['d.bags'] as Float32Array, now * tableRate),
      },
      ...(checkpoint && { checkpoint }),
    },
    control,
  );
  await step.close();
  const weights = new Map<string, Weight>(step.weights);
  weights.delete('concepts');
  weights.set('table', { shape: [featureRows, tableWidth], data: table.values });
  return { weights, losses };
}

function lossOf(graph: Graph, { questions, documents, words }: EncoderTraining, concepts: number): Tensor {
  const all = questions + documents;
  const vectors = encodeSentences(
    graph,
    {
      bags: graph.tracedInput('bags', [words, tableWidth]),
      said: graph.input('said', [all, words]),
      denied: graph.input('denied', [all, words]),
    },
    multiplyMatrices,
  );
  const asked = slice(vectors, 0, 0, questions);
  const told = slice(vectors, 0, questions, all);
  const nearness = scale(multiplyMatrices(asked, told, { b: true }), sharpness.texts);
  const back = transpose(slice(nearness, 1, 0, questions), [1, 0]);
  const directions = unitLength(graph.parameter('concepts', [concepts, dimensions], { spread: 0.1 }), 1e-9);
  const named = scale(multiplyMatrices(vectors, directions, { b: true }), sharpness.concepts);
  const losses = [
    softCrossEntropy(nearness, graph.input('targets', [questions, documents])),
    scale(softCrossEntropy(back, graph.input('back', [questions, questions])), 0.5),
    softCrossEntropy(named, graph.input('named', [all, concepts])),
  ];
  return losses.reduce(add);
}

/** Long texts are cut until the batch has at most `most` different words. */
function wordsWithin({ questions, documents }: Batch, most: number): EncoderInputs {
  const texts = [...questions, ...documents].map(({ text }) => text);
  for (let words = 40; ; words = Math.floor(words * 0.8)) {
    const inputs = encoderInputs(texts, words);
    if (inputs.words <= most) return inputs;
  }
}

/** Copies [n, from] into [n, to], which is wider. */
function spread(values: Float32Array, from: number, into: Float32Array, to: number): void {
  into.fill(0);
  for (let row = 0; row * from < values.length; row++)
    into.set(values.subarray(row * from, (row + 1) * from), row * to);
}

function fillTargets(
  world: World,
  { questions, documents, relevance }: Batch,
  inputs: Record<string, Float32Array>,
): void {
  const [asked, told] = [questions.length, documents.length];
  for (let row = 0; row < asked; row++) {
    softened(
      (at) => relevance[row * told + at] as number,
      told,
      softness.texts,
      (inputs.targets as Float32Array).subarray(row * told, (row + 1) * told),
    );
    softened(
      (at) => relevance[at * told + row] as number,
      asked,
      softness.texts,
      (inputs.back as Float32Array).subarray(row * asked, (row + 1) * asked),
    );
  }
  const evidence = [
    ...questions.map(({ wanted }) => evidenceOf(world, wanted)),
    ...documents.map((one) => one.evidence),
  ];
  for (const [row, own] of evidence.entries()) {
    softened(
      (at) => own[at] as number,
      world.size,
      softness.concepts,
      (inputs.named as Float32Array).subarray(row * world.size, (row + 1) * world.size),
    );
  }
}

/** What a question speaks for, as if it were a text. */
function evidenceOf(world: World, wanted: readonly Wanted[]): Evidence {
  const said = new Map<number, number>();
  const materials: number[] = [];
  for (const one of wanted) {
    if (one.isDenied) continue;
    if ('concept' in one) said.set(one.concept, 1);
    else materials.push(one.material);
  }
  const evidence = world.evidenceOf(materials, said);
  for (const one of wanted) if (one.isDenied && 'concept' in one) evidence[one.concept] = 0;
  return evidence;
}

/** Shares of e^((value - 1) / softness). */
function softened(value: (at: number) => number, count: number, by: number, into: Float32Array): void {
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const share = Math.exp((value(at) - 1) / by);
    into[at] = share;
    sum += share;
  }
  for (let at = 0; at < count; at++) into[at]! /= sum;
}
