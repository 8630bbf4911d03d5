import { expect, test } from 'vitest';
import { timeAgo } from './time-ago.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

test('says how long ago in the largest whole unit, in either language', () => {
  expect(timeAgo('2026-11-21T11:58:30Z', now, 'en')).toBe('1 minute ago');
  expect(timeAgo('2026-11-21T09:00:00Z', now, 'en')).toBe('3 hours ago');
  expect(timeAgo('2026-11-20T11:00:00Z', now, 'en')).toBe('yesterday');
  expect(timeAgo('2026-11-20T11:00:00Z', now, 'ko')).toBe('어제');
  expect(timeAgo('2024-11-20T11:00:00Z', now, 'ko')).toBe('2년 전');
});

test('says nothing for less than a minute, nor when the clock was ahead', () => {
  expect(timeAgo('2026-11-21T11:59:30Z', now, 'en')).toBe('');
  expect(timeAgo('2026-11-22T12:00:00Z', now, 'ko')).toBe('');
});
