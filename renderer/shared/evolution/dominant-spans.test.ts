import { expect, test } from 'vitest';
import { materialId } from '#tests/fixtures/bench.ts';
import { dominantSpans } from './dominant-spans.ts';

const [a, b] = [materialId('a'), materialId('b')];

test('the leading notes follow one another without a gap, each until the next is seen', () => {
  expect(dominantSpans({ times: [0, 1, 2, 4, 8], dominant: [a, a, b, undefined, undefined] })).toEqual([
    { materialId: a, from: 0, to: 2 },
    { materialId: b, from: 2, to: 4 },
    { materialId: undefined, from: 4, to: 8 },
  ]);
});

test('a note that leads twice stands twice', () => {
  expect(dominantSpans({ times: [0, 1, 2, 3], dominant: [a, b, a, a] }).map(({ materialId: id }) => id)).toEqual([
    a,
    b,
    a,
  ]);
});

test('what changes at the very last moment has no time left to lead', () => {
  expect(dominantSpans({ times: [0, 1], dominant: [a, b] })).toEqual([{ materialId: a, from: 0, to: 1 }]);
});
