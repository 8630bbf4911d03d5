/** @file Asks the worker that looks at model files; starts it when needed and ends it when it has been idle. */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorFacts, invariant, StudioError } from '#foundation/errors.ts';
import type { PreflightFault } from './gguf/preflight-fault.ts';
import type { Inspection } from './inspect-model.ts';

export interface InspectAsk {
  readonly id: number;
  readonly path: string;
  /** The path is an adapter's, and this its model's. */
  readonly base?: string;
}

export type InspectAnswer =
  | { readonly id: number; readonly done: Inspection | PreflightFault | null }
  | { readonly id: number; readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } }
  | { readonly id: number; readonly failed: string };

export interface Inspector {
  /** Looks at the file at `path`. Refuses with `model.file-gone`. */
  inspect(path: string): Promise<Inspection>;
  /** Why the adapter at `path` may not go on the model at `base`; null when it may. */
  checkAdapter(path: string, base: string): Promise<PreflightFault | null>;
  close(): Promise<void>;
}

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './inspect-worker.ts' : './inspect-worker.js',
  import.meta.url,
);

interface Waiting {
  readonly resolve: (done: never) => void;
  readonly reject: (error: unknown) => void;
}

/** How long the worker waits for more before it ends, in ms. */
const idle = 5_000;

export function createInspector(): Inspector {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  const end = (): Promise<unknown> => {
    clearTimeout(timer);
    const ending = worker;
    worker = undefined;
    return ending?.terminate() ?? Promise.resolve();
  };
  const failAll = (error: unknown) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(program, { execArgv: [] });
    started.unref();
    started.on('error', failAll);
    started.on('message', (answer: InspectAnswer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) timer = setTimeout(() => void end(), idle).unref();
      if ('done' in answer) one?.resolve(answer.done as never);
      else if ('refused' in answer) one?.reject(new StudioError(answer.refused.code, answer.refused.facts as never));
      else one?.reject(broken(answer.failed));
    });
    return started;
  };

  const ask = <T>(asked: Omit<InspectAsk, 'id'>): Promise<T> =>
    new Promise((resolve, reject) => {
      clearTimeout(timer);
      worker ??= start();
      lastId += 1;
      waiting.set(lastId, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id: lastId, ...asked } satisfies InspectAsk);
    });

  return {
    inspect: (path) => ask<Inspection>({ path }),
    checkAdapter: (path, base) => ask<PreflightFault | null>({ path, base }),
    async close() {
      failAllQuietly(waiting);
      await end();
    },
  };
}

function failAllQuietly(waiting: Map<number, Waiting>): void {
  for (const { reject } of waiting.values()) reject(new DOMException('closed', 'AbortError'));
  waiting.clear();
}

function broken(because: string): unknown {
  try {
    invariant(false, because);
  } catch (error) {
    return error;
  }
}
