import { expect, test } from 'vitest';
import { fillOf, limitMark, seen } from './fill-of.ts';

test('a meter is filled to its mark at the limit and evenly before it', () => {
  expect(fillOf(0)).toBe(0);
  expect(fillOf(0.5)).toBe(limitMark / 2);
  expect(fillOf(1)).toBe(limitMark);
});

test('above the limit it always shows more, and is full only where nothing is allowed', () => {
  expect(fillOf(1.01)).toBeGreaterThan(limitMark);
  expect(fillOf(50)).toBeGreaterThan(fillOf(5));
  expect(fillOf(1000)).toBeLessThan(1);
  expect(fillOf(Number.POSITIVE_INFINITY)).toBe(1);
});

test('what is seen of a ratio stays on its side of the limit', () => {
  expect(seen(0.999)).toBe(0.99);
  expect(seen(1)).toBe(1);
  expect(seen(1.0001)).toBe(1.01);
  expect(seen(0.4567)).toBe(0.46);
  expect(seen(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
