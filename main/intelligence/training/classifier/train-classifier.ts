import { SeededRandom } from '#foundation/seeded-random.ts';
import type { Weights } from '../graph/weights.ts';
import { softCrossEntropy } from '../ops/probability.ts';
import { AdamW } from '../optimiser/adamw.ts';
import { cosineRate } from '../optimiser/schedule.ts';
import { learn } from '../run/learn.ts';
import { openTrainingStep } from '../run/open-training-step.ts';
import type { TrainingControl } from '../run/training-control.ts';
import { type ClassifierShape, classify } from './classifier.ts';

export interface ClassifierOptions extends ClassifierShape {
  /** [n, width]. */
  readonly examples: Float32Array;
  /** [n, classes], each row adding up to 1: an example may belong to several. */
  readonly targets: Float32Array;
  readonly steps: number;
  readonly seed: number;
  readonly batch?: number;
  readonly rate?: number;
  readonly decay?: number;
  readonly checkpoint?: { readonly file: string; readonly every: number };
}

/** Trains a classifier on examples drawn at random. */
export async function trainClassifier(options: ClassifierOptions, control: TrainingControl): Promise<Weights> {
  const { width, classes, examples, targets, steps, seed, batch = 64, rate = 2e-3, decay = 1e-2, checkpoint } = options;
  const count = examples.length / width;
  const step = await openTrainingStep((graph) => {
    const logits = classify(graph, graph.input('x', [batch, width]), options);
    return softCrossEntropy(logits, graph.input('targets', [batch, classes]));
  }, new SeededRandom(seed));
  await learn(
    {
      step,
      optimiser: new AdamW(step.weights, { decay, longest: 1 }),
      rate: cosineRate(rate, { steps, warmUp: Math.min(100, Math.floor(steps / 10)) }),
      steps,
      seed: seed + 1,
      fill: (inputs, random) => {
        for (let row = 0; row < batch; row++) {
          const at = random.below(count);
          (inputs.x as Float32Array).set(examples.subarray(at * width, (at + 1) * width), row * width);
          (inputs.targets as Float32Array).set(targets.subarray(at * classes, (at + 1) * classes), row * classes);
        }
      },
      ...(checkpoint && { checkpoint }),
    },
    control,
  );
  await step.close();
  return step.weights;
}
