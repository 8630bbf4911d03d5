/** @file Asks a thread of its own about imported folders. Whoever opens one closes it. */
import { Worker } from 'node:worker_threads';
import { StudioError } from '#foundation/errors.ts';
import type { FolderAnswered, FolderAsked, FolderJob, FolderJobs } from './folder-protocol.ts';

export interface FolderThread {
  do<Job extends FolderJob>(
    job: Job,
    given: FolderJobs[Job]['given'],
    signal?: AbortSignal,
  ): Promise<FolderJobs[Job]['answer']>;
  /** Ends at once; what is under way is rejected with an AbortError. */
  close(): void;
}

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(import.meta.url.endsWith('.ts') ? './folder-worker.ts' : './folder-worker.js', import.meta.url);

interface Waiting {
  readonly resolve: (done: never) => void;
  readonly reject: (error: unknown) => void;
}

export function openFolderThread(): FolderThread {
  const worker = new Worker(program, { execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let numbers = 0;
  let end: unknown;
  const fail = (error: unknown) => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };
  worker.unref();
  worker.on('error', fail);
  worker.on('exit', () => fail(new DOMException('the thread ended', 'AbortError')));
  worker.on('message', (answered: FolderAnswered) => {
    const asker = waiting.get(answered.number);
    waiting.delete(answered.number);
    if (waiting.size === 0) worker.unref();
    if ('done' in answered) asker?.resolve(answered.done as never);
    else if ('refused' in answered) {
      asker?.reject(new StudioError(answered.refused.code, answered.refused.facts as never));
    } else asker?.reject(new DOMException(answered.failed, 'OperationError'));
  });
  return {
    do(job, given, signal) {
      signal?.throwIfAborted();
      if (end !== undefined) return Promise.reject(end);
      numbers += 1;
      const asked: FolderAsked = { number: numbers, job, given };
      worker.ref();
      return new Promise<never>((resolve, reject) => {
        const cancel = () => reject(signal?.reason);
        const forget = () => signal?.removeEventListener('abort', cancel);
        signal?.addEventListener('abort', cancel, { once: true });
        waiting.set(asked.number, {
          resolve(done) {
            forget();
            resolve(done);
          },
          reject(error) {
            forget();
            reject(error);
          },
        });
        worker.postMessage(asked);
      });
    },
    close() {
      fail(new DOMException('the thread was closed', 'AbortError'));
      void worker.terminate();
    },
  };
}
