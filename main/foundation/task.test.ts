import { describe, expect, it } from 'vitest';
import { inSlices } from './task.ts';

/** A clock that goes on by a millisecond each time it is asked. */
function breathing() {
  let [time, rests] = [0, 0];
  const breath = {
    now: () => time++,
    rest: async () => {
      rests += 1;
    },
    slice: 5,
  };
  return { breath, rests: () => rests };
}

const numbers = Array.from({ length: 40 }, (_, index) => index);

describe('work in slices', () => {
  it('does every item once, in order, and rests in between', async () => {
    const { breath, rests } = breathing();
    const seen: number[] = [];
    for await (const { results } of inSlices({ items: numbers, step: (n) => n, breath })) seen.push(...results);
    expect(seen).toEqual(numbers);
    expect(rests()).toBeGreaterThan(5);
  });

  it('says how far it is', async () => {
    const told: number[] = [];
    for await (const { done } of inSlices({ items: numbers, step: (n) => n, ...breathing() })) told.push(done);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(40);
  });

  it('stops when nobody wants it any more', async () => {
    const stop = new AbortController();
    let count = 0;
    for await (const _ of inSlices({ items: numbers, step: () => (count += 1), ...breathing(), signal: stop.signal }))
      stop.abort();
    expect(count).toBeLessThan(40);
  });

  it('has nothing to tell of nothing', async () => {
    const told: unknown[] = [];
    for await (const slice of inSlices({ items: [], step: () => 0, ...breathing() })) told.push(slice);
    expect(told).toEqual([]);
  });
});
