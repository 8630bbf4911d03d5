import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, type Spot } from './lasso.ts';

const square: readonly Spot[] = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 2 },
  { x: 0, y: 2 },
];

describe('a line drawn around points', () => {
  it('holds what lies inside and nothing else', () => {
    expect(isInside({ x: 1, y: 1 }, square)).toBe(true);
    expect(isInside({ x: 3, y: 1 }, square)).toBe(false);
    expect(isInside({ x: 1, y: -1 }, square)).toBe(false);
  });

  it('holds nothing in the bay of a horseshoe', () => {
    const horseshoe = [
      ...square.slice(0, 3),
      { x: 1.5, y: 2 },
      { x: 1.5, y: 0.5 },
      { x: 0.5, y: 0.5 },
      { x: 0.5, y: 2 },
      { x: 0, y: 2 },
    ];
    expect(isInside({ x: 1, y: 1.5 }, horseshoe)).toBe(false);
    expect(isInside({ x: 0.25, y: 1.5 }, horseshoe)).toBe(true);
    expect(isInside({ x: 1, y: 0.25 }, horseshoe)).toBe(true);
  });

  it('agrees with a rectangle wherever a point falls', () => {
    const away = fc.double({ min: -5, max: 5, noNaN: true }).filter((value) => value !== 0 && value !== 2);
    fc.assert(
      fc.property(away, away, (x, y) => {
        expect(isInside({ x, y }, square)).toBe(x > 0 && x < 2 && y > 0 && y < 2);
      }),
    );
  });

  it('holds nothing while it is no line yet', () => {
    expect(isInside({ x: 1, y: 1 }, [])).toBe(false);
    expect(isInside({ x: 1, y: 1 }, [{ x: 0, y: 0 }])).toBe(false);
  });
});
