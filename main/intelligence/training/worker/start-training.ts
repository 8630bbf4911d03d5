/** @file Starts a training in its worker and follows it. */
import { Worker } from 'node:worker_threads';
import { StudioError } from '#foundation/errors.ts';
import type { TrainingProgress } from '../run/training-control.ts';
import type { TrainingAnswer, TrainingOrder } from './training-protocol.ts';
import type { TaskOptions, TaskResult, TrainingTask } from './training-tasks.ts';

export interface TrainingJob<Result> {
  /** Between two steps; a training with a checkpoint puts its state by. */
  pause(): void;
  resume(): void;
  /** Rejects when cancelled, with the signal's reason, and where the training refuses. */
  readonly done: Promise<Result>;
}

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './training-worker.ts' : './training-worker.js',
  import.meta.url,
);

/** Trains one model. `options` and the result cross threads, so they are plain values. */
export function startTraining<Task extends TrainingTask>(
  task: Task,
  options: TaskOptions<Task>,
  {
    signal,
    onProgress = () => {},
  }: { readonly signal?: AbortSignal; readonly onProgress?: (progress: TrainingProgress) => void } = {},
): TrainingJob<TaskResult<Task>> {
  signal?.throwIfAborted();
  const worker = new Worker(program, { workerData: { task, options }, execArgv: [] });
  const tell = (order: TrainingOrder) => worker.postMessage(order);
  const cancel = () => tell('cancel');
  signal?.addEventListener('abort', cancel);
  const done = new Promise<TaskResult<Task>>((resolve, reject) => {
    worker.on('message', (answer: TrainingAnswer) => {
      if ('progress' in answer) onProgress(answer.progress);
      else if ('done' in answer) resolve(answer.done as TaskResult<Task>);
      else if ('refused' in answer) reject(new StudioError(answer.refused.code, answer.refused.facts as never));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', cancel);
      reject(signal?.reason ?? new DOMException('the training ended', 'AbortError'));
    });
  });
  return { pause: () => tell('pause'), resume: () => tell('resume'), done };
}
