/** @file Asks the ORT worker, which begins with the first request. Models opened here are opened anew if the worker dies. */
import { Worker } from 'node:worker_threads';
import { invariant, StudioError } from '#foundation/errors.ts';
import type { OrtAnswer, OrtExpected, OrtInputs, OrtMessage, OrtRequest } from './ort-protocol.ts';
import type { OrtOptions, OrtTensor } from './ort-session.ts';

/** A model that is open in the worker. */
export interface OrtModel {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** `expected` tells type and shape of outputs where they are known: that saves a copy. */
  run(
    inputs: OrtInputs,
    how?: { readonly expected?: OrtExpected; readonly signal?: AbortSignal | undefined },
  ): Promise<Readonly<Record<string, OrtTensor>>>;
  close(): Promise<void>;
}

interface Asked {
  readonly answer: (answer: OrtAnswer) => void;
  readonly fail: (error: unknown) => void;
}

/** Beside this file: as TypeScript in the sources, bundled in what is shipped. */
const program = new URL(import.meta.url.endsWith('.ts') ? './ort-worker.ts' : './ort-worker.js', import.meta.url);

export class OrtClient {
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | undefined;
  /** Told to end, and waited for. */
  #ending: Worker | undefined;
  #generation = 0;
  #count = 0;

  /** Opens a model from its bytes or file. Refuses (`model.load-failed`) what cannot be read. */
  async open(
    model: Uint8Array | string,
    name: string,
    { signal, ...options }: OrtOptions & { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<OrtModel> {
    const open = (by?: AbortSignal) => this.#ask({ act: 'open', model, name, options }, by);
    let opening = open(signal);
    let generation = this.#generation;
    const { inputs, outputs } = openedOf(await opening);
    const session = async () => {
      if (generation !== this.#generation || !this.#worker) {
        opening = open();
        generation = this.#generation;
      }
      return openedOf(await opening).session;
    };
    return {
      inputs,
      outputs,
      run: async (given, { expected = {}, signal: runSignal } = {}) => {
        const result = await this.#ask({ act: 'run', session: await session(), inputs: given, expected }, runSignal);
        invariant('results' in result, 'a run has results');
        return result.results;
      },
      close: async () => {
        if (generation === this.#generation && this.#worker)
          await this.#ask({ act: 'close', session: await session() });
      },
    };
  }

  /** Ends the worker after the run under way; what was waiting is dropped. A later request begins a new one. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    this.#ending = worker;
    worker.ref();
    worker.postMessage('stop' satisfies OrtMessage);
    await ended;
  }

  #ask(request: OrtRequest, signal?: AbortSignal): Promise<OrtAnswer> {
    signal?.throwIfAborted();
    const worker = this.#running();
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        worker.postMessage({ cancel: id } satisfies OrtMessage);
        settle(() => reject(signal?.reason));
      };
      const settle = (how: () => void) => {
        this.#asked.delete(id);
        if (this.#asked.size === 0 && this.#ending !== worker) worker.unref();
        signal?.removeEventListener('abort', cancel);
        how();
      };
      this.#asked.set(id, {
        answer: (answer) => settle(() => (isRefusal(answer) ? reject(refusalOf(answer)) : resolve(answer))),
        fail: (error) => settle(() => reject(error)),
      });
      signal?.addEventListener('abort', cancel);
      worker.ref();
      worker.postMessage({ id, request } satisfies OrtMessage);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(program, { execArgv: [] });
    this.#worker = worker;
    this.#generation += 1;
    let why: unknown = new DOMException('the worker ended', 'AbortError');
    worker.on('message', (answer: OrtAnswer) => this.#asked.get(answer.id)?.answer(answer));
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const asked of [...this.#asked.values()]) asked.fail(why);
    });
    return worker;
  }
}

type Opened = Extract<OrtAnswer, { session: unknown }>;
type Refusal = Extract<OrtAnswer, { refused: unknown } | { failed: string }>;

function openedOf(answer: OrtAnswer): Opened {
  invariant('session' in answer, 'an opened model has a session');
  return answer;
}

function isRefusal(answer: OrtAnswer): answer is Refusal {
  return 'refused' in answer || 'failed' in answer;
}

function refusalOf(answer: Refusal): unknown {
  if ('refused' in answer) return new StudioError(answer.refused.code, answer.refused.facts as never);
  return new DOMException(answer.failed, 'OperationError');
}
