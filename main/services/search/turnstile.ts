/** @file So many searches at once as the machine has cores; the newest of a caller is not kept waiting by its older ones. */

export interface Turnstile {
  /** Runs `act` when there is room. Rejects with the signal's reason where nobody waits any more. */
  pass<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Lets `most` through at once. */
export function createTurnstile(most: number): Turnstile {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async pass(act, signal) {
      while (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      signal?.throwIfAborted();
      inside += 1;
      try {
        return await act();
      } finally {
        inside -= 1;
        waiting.shift()?.();
      }
    },
  };
}
