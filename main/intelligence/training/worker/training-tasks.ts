/** @file What the training worker can train: one line for each kind of model. */
import { trainEncoder } from '#intelligence/language/encoder/training/train-encoder.ts';
import { trainClassifier } from '../classifier/train-classifier.ts';
import type { TrainingControl } from '../run/training-control.ts';

export const trainingTasks = {
  classifier: trainClassifier,
  encoder: trainEncoder,
} satisfies Record<string, (options: never, control: TrainingControl) => Promise<unknown>>;

export type TrainingTask = keyof typeof trainingTasks;
export type TaskOptions<Task extends TrainingTask> = Parameters<(typeof trainingTasks)[Task]>[0];
export type TaskResult<Task extends TrainingTask> = Awaited<ReturnType<(typeof trainingTasks)[Task]>>;
