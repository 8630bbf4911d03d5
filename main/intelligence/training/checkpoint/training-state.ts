/** @file Where a training stands, in one file, so that going on from it gives the same weights, bit for bit. */
import { StudioError } from '#foundation/errors.ts';
import { type RandomState, SeededRandom } from '#foundation/seeded-random.ts';
import { isSameShape } from '../graph/tensor.ts';
import type { Weights } from '../graph/weights.ts';
import type { AdamW } from '../optimiser/adamw.ts';
import { readArrays, type StoredArray, writeArrays } from './safetensors.ts';

export interface TrainingState {
  readonly weights: Weights;
  readonly optimiser: AdamW;
  readonly random: SeededRandom;
  /** Steps done. */
  readonly steps: number;
  /** Other arrays that change while learning, by name. */
  readonly more?: ReadonlyMap<string, StoredArray>;
}

/** Puts `state` by. What stood in the file before stays until the new one is whole. */
export function saveTraining(
  file: string,
  { weights, optimiser, random, steps, more = new Map() }: TrainingState,
): void {
  const arrays = new Map<string, StoredArray>();
  for (const [name, weight] of weights) arrays.set(`weight.${name}`, weight);
  for (const [name, { mean, square }] of optimiser.moments) {
    const shape = [mean.length];
    arrays.set(`mean.${name}`, { shape, data: mean });
    arrays.set(`square.${name}`, { shape, data: square });
  }
  for (const [name, array] of more) arrays.set(`more.${name}`, array);
  writeArrays(file, {
    arrays,
    words: {
      steps: String(steps),
      optimiserSteps: String(optimiser.steps),
      random: JSON.stringify(random.state),
    },
  });
}

/**
 * Takes up what `saveTraining` put by: fills the arrays of `into` where they lie, and answers the steps done and the random source.
 * Refuses (`training.damaged`, `training.other-model`).
 */
export function resumeTraining(
  file: string,
  into: Pick<TrainingState, 'weights' | 'optimiser' | 'more'>,
): { readonly steps: number; readonly random: SeededRandom } {
  const { arrays, words } = readArrays(file);
  const expected = new Map<string, StoredArray>();
  for (const [name, weight] of into.weights) expected.set(`weight.${name}`, weight);
  for (const [name, { mean, square }] of into.optimiser.moments) {
    expected.set(`mean.${name}`, { shape: [mean.length], data: mean });
    expected.set(`square.${name}`, { shape: [square.length], data: square });
  }
  for (const [name, array] of into.more ?? []) expected.set(`more.${name}`, array);
  for (const [name, { shape }] of expected) {
    const found = arrays.get(name);
    if (!found || !isSameShape(found.shape, shape)) throw new StudioError('training.other-model', { file, name });
  }
  for (const [name, { data }] of expected) data.set(arrays.get(name)?.data as Float32Array<ArrayBuffer>);
  into.optimiser.steps = Number(words.optimiserSteps);
  return { steps: Number(words.steps), random: new SeededRandom(JSON.parse(words.random ?? '[]') as RandomState) };
}
