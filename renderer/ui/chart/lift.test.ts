import { expect, test } from 'vitest';
import { lift } from './lift.ts';

test('a colour moves towards white by the share it is told', () => {
  expect(lift('#000000', 0.5)).toBe('#808080');
  expect(lift('#336699', 0)).toBe('#336699');
  expect(lift('#336699', 1)).toBe('#ffffff');
});
