/** @file Trains a language model of the llama architecture on conversations drawn as it goes. */
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import type { Weights } from '../graph/weights.ts';
import { crossEntropy } from '../ops/probability.ts';
import { AdamW } from '../optimiser/adamw.ts';
import { cosineRate } from '../optimiser/schedule.ts';
import { learn } from '../run/learn.ts';
import { openTrainingStep, type TrainingStep } from '../run/open-training-step.ts';
import type { TrainingControl } from '../run/training-control.ts';
import { encodeConversation, packRow, type Row } from './batches.ts';
import type { Draw } from './corpus/draw-conversation.ts';
import { transformer } from './transformer.ts';

export interface LanguageModelCourse {
  readonly shape: ModelShape;
  readonly tokenizer: BpeTokenizer;
  readonly learned: Draw;
  readonly steps: number;
  readonly seed: number;
  /** Rows of a step, and tokens of a row. */
  readonly rows: number;
  readonly length: number;
  readonly rate?: number;
  readonly threads?: number;
  readonly checkpoint?: { readonly file: string; readonly every: number };
}

/** Answers the weights. The same course gives the same weights on the same kind of machine with as many threads. */
export async function trainLanguageModel(course: LanguageModelCourse, control: TrainingControl): Promise<Weights> {
  const { shape, tokenizer, learned, steps, seed, rows, length, rate = 2e-3, threads = 1, checkpoint } = course;
  const step = await openTrainingStep(
    (graph) =>
      crossEntropy(
        transformer(graph, shape, graph.input('ids', [rows, length], 'int32')),
        graph.input('next', [rows * length], 'int32'),
        graph.input('counts', [rows * length]),
      ),
    new SeededRandom(seed),
    { threads },
  );
  try {
    await learn(
      {
        step,
        optimiser: new AdamW(step.weights, { decay: 0.05, longest: 1, beta2: 0.98 }),
        rate: cosineRate(rate, { steps, warmUp: Math.min(100, Math.ceil(steps / 10)), floor: 0.02 }),
        steps,
        seed: seed + 1,
        fill: (inputs, random) => {
          const draw = () => encodeConversation(tokenizer, learned(random));
          fillRows(
            inputs,
            Array.from({ length: rows }, () => packRow(length, draw)),
            length,
          );
        },
        ...(checkpoint && { checkpoint }),
      },
      control,
    );
    return step.weights;
  } finally {
    await step.close();
  }
}

/** Counts are shared out, so that a step's loss is a mean over what counts. */
export function fillRows(inputs: TrainingStep['inputs'], rows: readonly Row[], length: number): void {
  const total = rows.reduce((sum, { counts }) => counts.reduce((a, b) => a + b, sum), 0) || 1;
  rows.forEach(({ ids, next, counts }, row) => {
    (inputs.ids as Int32Array).set(ids, row * length);
    (inputs.next as Int32Array).set(next, row * length);
    (inputs.counts as Float32Array).set(
      counts.map((count) => count / total),
      row * length,
    );
  });
}
