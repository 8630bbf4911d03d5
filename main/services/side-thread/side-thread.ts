/** @file A thread beside the one that serves the window: begun with the first job, ended when nobody has asked for a while. */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, invariant, StudioError } from '#foundation/errors.ts';
import type { Answered, Asked, SideJob, SideJobs } from './side-jobs.ts';

export interface SideThread extends Disposable {
  /** Does one job after those asked for before. Refusals of the house come back as such. */
  do<Job extends SideJob>(job: Job, given: SideJobs[Job]['given']): Promise<SideJobs[Job]['answer']>;
  /** Ends at once; what is under way is rejected with an AbortError. The next job begins a new thread. */
  end(): void;
}

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(import.meta.url.endsWith('.ts') ? './side-worker.ts' : './side-worker.js', import.meta.url);

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** `patience`: ms without a job after which the thread ends. */
export function createSideThread(patience = 60_000): SideThread {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let numbers = 0;
  const waiting = new Map<number, Waiting>();

  const end = () => {
    clearTimeout(idle);
    const [old, left] = [worker, [...waiting.values()]];
    worker = undefined;
    waiting.clear();
    void old?.terminate();
    for (const { reject } of left) reject(new DOMException('the side thread ended', 'AbortError'));
  };
  const begin = (): Worker => {
    const begun = new Worker(program, { execArgv: [] });
    begun.unref();
    begun.on('message', (answered: Answered) => {
      const asker = waiting.get(answered.number);
      waiting.delete(answered.number);
      if (waiting.size === 0) {
        begun.unref();
        idle = setTimeout(end, patience).unref();
      }
      if ('done' in answered) asker?.resolve(answered.done as never);
      else if ('refused' in answered)
        asker?.reject(new StudioError(answered.refused.code as ErrorCode, answered.refused.facts as never));
      else asker?.reject(new AggregateError([], answered.failed));
    });
    begun.on('error', (error) => {
      if (worker !== begun) return;
      const left = [...waiting.values()];
      waiting.clear();
      end();
      for (const { reject } of left) reject(error);
    });
    return begun;
  };

  return {
    do(job, given) {
      clearTimeout(idle);
      worker ??= begin();
      worker.ref();
      numbers += 1;
      const asked: Asked = { number: numbers, job, given };
      const answer = new Promise<never>((resolve, reject) => waiting.set(asked.number, { resolve, reject }));
      invariant(worker, 'the thread has begun');
      worker.postMessage(asked);
      return answer;
    },
    end,
    [Symbol.dispose]: end,
  };
}
