/**
 * @file Work that takes long and is pure, in pieces: a generator that yields wherever it may be interrupted. Whoever waits
 * anyway does it at once; whoever serves others lets them have their turn in between.
 */
import type { Breath } from './task.ts';

/** Work that comes to a `T`. What it yields means nothing. */
export type Slices<T> = Generator<void, T, void>;

/** Does all of it without a pause. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does it slice by slice, with a rest between two of them. Stops with the reason of `signal` once that aborts. */
export async function inTurns<T>(work: Slices<T>, { now, rest, slice }: Breath, signal?: AbortSignal): Promise<T> {
  let until = now() + slice;
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    if (now() < until) continue;
    await rest();
    until = now() + slice;
  }
}
