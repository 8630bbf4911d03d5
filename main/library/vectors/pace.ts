/** @file Work on the thread that everybody uses, in slices so short that nobody notices. */
import { setImmediate } from 'node:timers/promises';

/** ms of work between two rests. */
const slice = 8;

/** A function to await between two small steps: it rests when the slice is used up. */
export function pace(): () => Promise<void> {
  let until = performance.now() + slice;
  return async () => {
    if (performance.now() < until) return;
    await setImmediate();
    until = performance.now() + slice;
  };
}
