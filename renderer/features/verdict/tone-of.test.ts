import { expect, test } from 'vitest';
import { toneOf } from './tone-of.ts';

test('what passes with little room left is shown as close to the limit', () => {
  expect(toneOf({ verdict: 'pass', ratio: 0.89 })).toBe('pass');
  expect(toneOf({ verdict: 'pass', ratio: 0.9 })).toBe('near');
  expect(toneOf({ verdict: 'pass', ratio: 1 })).toBe('near');
});

test('what does not pass is never softened', () => {
  expect(toneOf({ verdict: 'over-limit', ratio: 1.0001 })).toBe('over-limit');
  expect(toneOf({ verdict: 'unknown', ratio: 0.99 })).toBe('unknown');
  expect(toneOf({ verdict: 'prohibited', ratio: 0 })).toBe('prohibited');
});
