import { expect, test } from 'vitest';
import { smallShelf } from '#tests/fixtures/small-shelf.ts';
import { readPasted } from './read-pasted.ts';

const linesOf = (text: string) => {
  const read = readPasted(text, smallShelf);
  return 'fault' in read ? read.fault : read.lines.map(({ ingredient, parts }) => ({ ingredient, parts }));
};

test('reads the same from tabs, semicolons and a list as people type it', () => {
  const lines = linesOf('Vanillin\t12\nIso E Super\t3');
  expect(lines).toEqual([
    { ingredient: { kind: 'material', materialId: 'vanillin' }, parts: '12' },
    { ingredient: { kind: 'material', materialId: 'iso-e-super' }, parts: '3' },
  ]);
  expect(linesOf('Vanillin;12\nIso E Super;3')).toEqual(lines);
  expect(linesOf('Vanillin 12\n3 g Iso E Super')).toEqual(lines);
});

test('answers why a text is no formula instead of throwing', () => {
  expect(linesOf('')).toBe('empty');
  expect(linesOf(' \n\t\n')).toBe('empty');
  expect(linesOf('12\t13\n14\t15')).toBe('no-columns');
  expect(linesOf('Vanillin\t1\n'.repeat(10_000))).toBe('too-many-lines');
});
