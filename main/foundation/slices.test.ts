import { expect, it } from 'vitest';
import { atOnce, inTurns, type Slices } from './slices.ts';

function* adding(numbers: readonly number[]): Slices<number> {
  let sum = 0;
  for (const one of numbers) {
    sum += one;
    yield;
  }
  return sum;
}

/** A clock that every look at it moves on by one; `rests` counts. */
function ticking(slice: number) {
  let time = 0;
  const breath = { rests: 0, slice, now: () => time++, rest: async () => void breath.rests++ };
  return breath;
}

it('comes to the same at once and in turns', async () => {
  expect(atOnce(adding([1, 2, 3]))).toBe(6);
  expect(await inTurns(adding([1, 2, 3]), ticking(0))).toBe(6);
});

it('rests whenever a slice is used up, and not before', async () => {
  const [often, never] = [ticking(0), ticking(100)];
  await inTurns(adding([1, 2, 3]), often);
  await inTurns(adding([1, 2, 3]), never);
  expect([often.rests, never.rests]).toEqual([3, 0]);
});

it('stops where it is told to', async () => {
  const stop = new AbortController();
  const breath = ticking(0);
  const rest = async () => {
    await breath.rest();
    if (breath.rests === 2) stop.abort();
  };
  const stopped = inTurns(adding([1, 2, 3, 4]), { ...breath, rest }, stop.signal);
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(breath.rests).toBe(2);
});
