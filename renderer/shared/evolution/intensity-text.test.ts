import { expect, test } from 'vitest';
import { numbersIn } from '#renderer/shared/number.ts';
import { intensityText } from './intensity-text.ts';

test.each([
  [0, '0'],
  [3.3e-6, '<\u00a00.01'],
  [0.0123, '0.012'],
  [23.456, '23'],
])('%s reads as %s', (value, text) => {
  expect(intensityText(value, numbersIn('en'))).toBe(text);
});
