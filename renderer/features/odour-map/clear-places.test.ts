import { expect, it } from 'vitest';
import { clearPlaces } from './clear-places.ts';

it('the first word stands where it wishes, the next beside it, and none covers another', () => {
  const wanted = Array.from({ length: 9 }, (_, at) => ({ x: 100 + at, y: 50, width: 60 }));
  const places = clearPlaces(wanted);
  expect(places[0]).toEqual({ x: 100, y: 50 });
  const stood = places.filter((one) => one !== undefined);
  expect(stood).toHaveLength(7);
  expect(new Set(stood.map(({ y }) => y)).size).toBe(7);
});

it('words far apart on one line all stay', () => {
  const wanted = [0, 100, 200].map((x) => ({ x, y: 0, width: 90 }));
  expect(clearPlaces(wanted)).toEqual([0, 100, 200].map((x) => ({ x, y: 0 })));
});
