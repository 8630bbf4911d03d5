import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomAir } from './room-air.ts';

describe('the air of a room', () => {
  it('holds, or has given out, all that was given off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true })), {
          minLength: 1,
        }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (steps, changes) => {
          const until = (at: number, which: 0 | 1) =>
            steps.slice(0, at + 1).reduce((sum, step) => sum + step[which], 0);
          const course = steps.map((_, at) => [until(at, 0), until(at, 1)] as const);
          const given = course.map(([, grams]) => grams);
          const { inAir, airedOut } = roomAir(
            course.map(([hours]) => hours),
            given,
            changes,
          );
          for (const at of course.keys()) {
            expect((inAir[at] ?? 0) + (airedOut[at] ?? 0)).toBeCloseTo(given[at] ?? 0, 9);
            expect(inAir[at]).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('settles where as much is aired out as given off', () => {
    const hours = Array.from({ length: 200 }, (_, at) => at * 0.1);
    const { inAir } = roomAir(
      hours,
      hours.map((hour) => 2 * hour),
      0.5,
    );
    expect(inAir.at(-1)).toBeCloseTo(4, 3);
  });

  it('keeps everything in a sealed room', () =>
    expect(roomAir([1, 2], [3, 5], 0)).toEqual({ inAir: [3, 5], airedOut: [0, 0] }));
});
