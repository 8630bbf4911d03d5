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
      readonly archive: Uint8Array;
      readonly name: string;
      readonly into: string;
      readonly known: number;
    };

export type WorkerAnswer =
  | { readonly rows: readonly (readonly string[])[]; readonly of: number }
  | { readonly done: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } };

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
  const table = await runWorker({ what: 'read', bytes, name }, signal, (more, of) => {
    for (const row of more) rows.push(row);
    onProgress(rows.length, of);
  });
  return { ...(table as Omit<ReadTable, 'rows'>), rows };
}

/** Runs one job in a new thread, which ends with it. */
export function runWorker(
  job: Job,
  signal?: AbortSignal,
  onRows: (rows: readonly (readonly string[])[], of: number) => void = () => {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: job, execArgv: [] });
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop);
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      settle();
      stop();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      if ('rows' in answer) {
        onRows(answer.rows, answer.of);
        setImmediate(() => worker.postMessage('next'));
      } else if ('refused' in answer) {
        const { code, facts } = answer.refused;
        end(() => reject(new StudioError(code, facts as never)));
      } else end(() => resolve(answer.done));
    });
    worker.on('error', (error) => end(() => reject(error)));
    worker.on('exit', () => end(() => reject(signal?.reason ?? new DOMException('the worker ended', 'AbortError'))));
  });
}
