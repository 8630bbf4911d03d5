/** @file Starts the worker for one job and takes in what it answers. */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorFacts, StudioError } from '#foundation/errors.ts';
import type { Manifest } from './archive.ts';
import type { ReadTable } from './read-table.ts';

export type Job =
  | { readonly what: 'read'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly what: 'pack'; readonly file: string; readonly manifest: Omit<Manifest, 'sha256' | 'bytes'> }
  | {
      readonly what: 'unpack';
      /** Where the archive lies. */
      readonly archive: string;
      readonly name: string;
      /** The folder that its library is unpacked to. */
      readonly into: string;
      readonly known: number;
    }
  | { readonly what: 'replace'; readonly folder: string; readonly unpacked: string };

/** How far a library is replaced; `done` and `of` count pages. */
export interface ReplaceProgress {
  readonly stage: 'backing-up' | 'copying';
  readonly done: number;
  readonly of: number;
}

export type WorkerAnswer =
  | { readonly rows: readonly (readonly string[])[]; readonly of: number }
  | { readonly progress: ReplaceProgress }
  | { readonly done: unknown }
  | { readonly cancelled: true }
  | { readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } };

/** What a job is told while it runs. */
export type WorkerOrder = 'next' | 'cancel';

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './collection-worker.ts' : './collection-worker.js',
  import.meta.url,
);

/** Reads a table. `onProgress` hears how many rows of how many have come. Refuses with `file.…` codes. */
export async function readInWorker(
  bytes: Uint8Array,
  name: string,
  {
    signal,
    onProgress = () => {},
  }: { signal?: AbortSignal | undefined; onProgress?: (rows: number, of: number) => void } = {},
): Promise<ReadTable> {
  const rows: (readonly string[])[] = [];
  const table = await runWorker({ what: 'read', bytes, name }, signal, {
    onRows: (more, of) => {
      for (const row of more) rows.push(row);
      onProgress(rows.length, of);
    },
  });
  return { ...(table as Omit<ReadTable, 'rows'>), rows };
}

interface Listening {
  readonly onRows?: (rows: readonly (readonly string[])[], of: number) => void;
  readonly onProgress?: (progress: ReplaceProgress) => void;
}

/**
 * Runs one job in a new thread, which ends with it. Aborted, it rejects with the signal's reason: a job that changes the
 * library once it has stopped by itself, any other at once.
 */
export function runWorker(
  job: Job,
  signal?: AbortSignal,
  { onRows = () => {}, onProgress = () => {} }: Listening = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: job, execArgv: [] });
    const order = (what: WorkerOrder) => worker.postMessage(what);
    const stop = () => void worker.terminate();
    const abort = () => (job.what === 'replace' ? order('cancel') : stop());
    const aborted = () => signal?.reason ?? new DOMException('the worker ended', 'AbortError');
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', abort);
      settle();
      stop();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      if ('rows' in answer) {
        onRows(answer.rows, answer.of);
        setImmediate(() => order('next'));
      } else if ('progress' in answer) onProgress(answer.progress);
      else if ('cancelled' in answer) end(() => reject(aborted()));
      else if ('refused' in answer) {
        const { code, facts } = answer.refused;
        end(() => reject(new StudioError(code, facts as never)));
      } else end(() => resolve(answer.done));
    });
    worker.on('error', (error) => end(() => reject(error)));
    worker.on('exit', () => end(() => reject(aborted())));
  });
}
