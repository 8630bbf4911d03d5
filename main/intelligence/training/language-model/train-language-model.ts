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
import { type Batch, encodeConversation, packBatch } from './batches.ts';
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

/** Places that are learned in a step, as a share of all; answers are about half of what is said. */
const shareLearned = 0.625;

/** Answers the weights. The same course gives the same weights on the same kind of machine with as many threads. */
export async function trainLanguageModel(course: LanguageModelCourse, control: TrainingControl): Promise<Weights> {
  const { shape, tokenizer, learned, steps, seed, rows, length, rate = 2e-3, threads = 1, checkpoint } = course;
  const most = Math.round(rows * length * shareLearned);
  const step = await openTrainingStep(
    (graph) =>
      crossEntropy(
        transformer(graph, shape, {
          ids: graph.input('ids', [rows, length], 'int32'),
          texts: graph.input('texts', [rows, length], 'int32'),
          places: graph.input('places', [most], 'int32'),
        }),
        graph.input('next', [most], 'int32'),
        graph.input('shares', [most]),
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
          fillInputs(inputs, packBatch(rows, length, draw), most);
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

/** A step's loss is a mean over the places that count; what is over is left out, what is missing counts nothing. */
function fillInputs(inputs: TrainingStep['inputs'], { ids, texts, places, next }: Batch, most: number): void {
  (inputs.ids as Int32Array).set(ids);
  (inputs.texts as Int32Array).set(texts);
  const count = Math.min(most, places.length);
  for (let i = 0; i < most; i++) {
    (inputs.places as Int32Array)[i] = places[i] ?? 0;
    (inputs.next as Int32Array)[i] = next[i] ?? 0;
    (inputs.shares as Float32Array)[i] = i < count ? 1 / count : 0;
  }
}
