import { expect, test } from 'vitest';
import { momentText } from './moment-text.ts';

const t = ((key: string, facts?: { value: number }) =>
  [key, facts?.value].filter((x) => x !== undefined).join(' ')) as unknown as Parameters<typeof momentText>[1];

test.each([
  [0, 'moment.zero'],
  [10 / 3600, 'moment.seconds 10'],
  [59.9 / 3600, 'moment.minutes 1'],
  [0.5, 'moment.minutes 30'],
  [0.9999, 'moment.hours 1'],
  [3.456, 'moment.hours 3.5'],
  [48, 'moment.hours 48'],
])('%s h reads as %s', (hours, text) => {
  expect(momentText(hours, t)).toBe(text);
});
