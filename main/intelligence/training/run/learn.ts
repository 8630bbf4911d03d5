/** @file The loop of a training: batches in, weights moved, progress told, put by now and then, stopped when asked. */
import { existsSync } from 'node:fs';
import { invariant } from '#foundation/errors.ts';
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { StoredArray } from '../checkpoint/safetensors.ts';
import { resumeTraining, saveTraining } from '../checkpoint/training-state.ts';
import type { AdamW } from '../optimiser/adamw.ts';
import type { Schedule } from '../optimiser/schedule.ts';
import type { TrainingStep } from './open-training-step.ts';
import type { TrainingControl } from './training-control.ts';

export interface Course {
  readonly step: TrainingStep;
  readonly optimiser: AdamW;
  readonly rate: Schedule;
  readonly steps: number;
  /** Fills the step's inputs with the next batch, from nothing but `random`: then it can be had again. */
  readonly fill: (inputs: TrainingStep['inputs'], random: SeededRandom) => void;
  readonly seed: number;
  /** What else learns from each batch, such as a table of which only some rows are touched. Not with several batches for a step. */
  readonly beside?: {
    /** Its state, by name: put by and taken up with the rest. */
    readonly arrays: ReadonlyMap<string, StoredArray>;
    /** After a run, with the step's rate. */
    readonly move: (rate: number) => void;
  };
  /** Batches whose gradients are averaged for one step. */
  readonly batches?: number;
  /** Where to put the state by, after how many steps. An interrupted training goes on from there. */
  readonly checkpoint?: { readonly file: string; readonly every: number };
}

/** Runs the course to its end, or on from its checkpoint. Answers the loss of each step done now. */
export async function learn(course: Course, control: TrainingControl): Promise<readonly number[]> {
  const { step, optimiser, rate, steps, fill, batches = 1, checkpoint, beside } = course;
  invariant(!beside || batches === 1, 'what learns beside does so from every batch');
  const more = beside?.arrays ?? new Map<string, StoredArray>();
  let random = new SeededRandom(course.seed);
  let done = 0;
  if (checkpoint && existsSync(checkpoint.file)) {
    ({ steps: done, random } = resumeTraining(checkpoint.file, { weights: step.weights, optimiser, more }));
  }
  const keep = () =>
    checkpoint && saveTraining(checkpoint.file, { weights: step.weights, optimiser, random, steps: done, more });
  const sums =
    batches > 1
      ? new Map([...step.gradients].map(([name, { length }]) => [name, new Float32Array(length)]))
      : undefined;
  const losses: number[] = [];
  while (done < steps) {
    await control.turn(keep);
    let loss = 0;
    for (let batch = 0; batch < batches; batch++) {
      fill(step.inputs, random);
      await step.run();
      loss += step.loss / batches;
      if (sums) addUp(sums, step.gradients, { isFirst: batch === 0, share: 1 / batches });
    }
    beside?.move(rate(done));
    const length = optimiser.step(sums ?? step.gradients, rate(done));
    losses.push(loss);
    done += 1;
    if (checkpoint && done % checkpoint.every === 0) keep();
    control.tell({ step: done, of: steps, loss, rate: rate(done - 1), gradient: length });
  }
  keep();
  return losses;
}

function addUp(
  sums: ReadonlyMap<string, Float32Array>,
  gradients: ReadonlyMap<string, Float32Array>,
  { isFirst, share }: { readonly isFirst: boolean; readonly share: number },
): void {
  for (const [name, sum] of sums) {
    const gradient = gradients.get(name) as Float32Array;
    for (let at = 0; at < sum.length; at++)
      sum[at] = (isFirst ? 0 : (sum[at] as number)) + share * (gradient[at] as number);
  }
}
