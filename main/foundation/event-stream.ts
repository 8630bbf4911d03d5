/**
 * Announces events to anyone listening, and skips none.
 *
 * Unlike `Changes`, which keeps only the newest value for a slow listener. A listener that falls more than `most` events
 * behind is let go: its stream ends, and it must read afresh and listen again.
 */
export class EventStream<T> {
  readonly #readers = new Set<(event: T) => void>();
  readonly #most: number;

  constructor(most = 1000) {
    this.#most = most;
  }

  announce(event: T): void {
    for (const read of [...this.#readers]) read(event);
  }

  /** Every event announced from this call on, in order, until `signal` aborts or the listener stops. */
  until(signal?: AbortSignal): AsyncGenerator<T, undefined> {
    const waiting: T[] = [];
    let isOver = false;
    let wake: (() => void) | undefined;
    const stop = () => {
      isOver = true;
      this.#readers.delete(read);
      signal?.removeEventListener('abort', stop);
      wake?.();
    };
    const fallBehind = () => {
      waiting.length = 0;
      stop();
    };
    const read = (event: T) => {
      waiting.push(event);
      if (waiting.length > this.#most) fallBehind();
      else wake?.();
    };
    if (signal?.aborted) isOver = true;
    else {
      this.#readers.add(read);
      signal?.addEventListener('abort', stop);
    }
    const end = () => {
      waiting.length = 0;
      stop();
      return { value: undefined, done: true as const };
    };
    let turn: Promise<unknown> = Promise.resolve();
    const next = async (): Promise<IteratorResult<T, undefined>> => {
      while (waiting.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
      if (signal?.aborted || waiting.length === 0) return end();
      return { value: waiting.shift() as T, done: false };
    };
    return {
      next() {
        const answer = turn.then(next);
        turn = answer;
        return answer;
      },
      return: async () => end(),
      throw: async (error) => {
        end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        end();
      },
    };
  }

  get listeners(): number {
    return this.#readers.size;
  }
}
