/** @file Values from one who pushes to one who pulls, none skipped: for answers that come while others wait. */
export interface Pipe<T> extends AsyncIterable<T> {
  push(value: T): void;
  end(): void;
  fail(error: unknown): void;
}

/** A pipe; `onLeft` is called when the one who pulls goes before the end. */
export function createPipe<T>(onLeft: () => void): Pipe<T> {
  const values: T[] = [];
  let over: { readonly error?: unknown } | undefined;
  let wake = () => {};
  const finish = (how: { readonly error?: unknown }) => {
    over ??= how;
    wake();
  };
  return {
    push(value) {
      if (over) return;
      values.push(value);
      wake();
    },
    end: () => finish({}),
    fail: (error) => finish({ error }),
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          while (values.length > 0) yield values.shift() as T;
          if (over) break;
          await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        if (!over) onLeft();
      }
      if ('error' in over) throw over.error;
    },
  };
}
