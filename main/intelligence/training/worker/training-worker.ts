/** @file One training in a thread of its own, which ends with it. Orders are heard between two steps. */
import { parentPort, workerData } from 'node:worker_threads';
import { isStudioError } from '#foundation/errors.ts';
import { LocalControl } from '../run/training-control.ts';
import type { TrainingAnswer, TrainingOrder } from './training-protocol.ts';
import { type TrainingTask, trainingTasks } from './training-tasks.ts';

const { task, options } = workerData as { readonly task: TrainingTask; readonly options: unknown };
const cancelling = new AbortController();
const control = new LocalControl((progress) => say({ progress }), cancelling.signal);

parentPort?.on('message', (order: TrainingOrder) => {
  if (order === 'pause') control.pause();
  else if (order === 'resume') control.resume();
  else cancelling.abort();
});

const train = trainingTasks[task] as (options: unknown, control: LocalControl) => Promise<unknown>;
train(options, control)
  .then(
    (done) => say({ done }),
    (error: unknown) => {
      if (cancelling.signal.aborted) say({ cancelled: true });
      else if (isStudioError(error)) say({ refused: { code: error.code, facts: error.facts } });
      else throw error;
    },
  )
  .finally(() => parentPort?.close());

function say(answer: TrainingAnswer): void {
  parentPort?.postMessage(answer);
}
