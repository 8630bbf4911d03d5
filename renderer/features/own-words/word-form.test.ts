import { expect, it } from 'vitest';
import { splitForms } from './split-forms.ts';
import { strengthOf } from './word-weight.ts';

it('several ways to say a word are told apart, each once', () => {
  expect(splitForms(' 몽글몽글, fluffy ,몽글몽글,, soft  as   clouds')).toEqual([
    '몽글몽글',
    'fluffy',
    'soft as clouds',
  ]);
  expect(splitForms(' , ')).toEqual([]);
});

it.each([
  [1, 'full'],
  [0.9, 'full'],
  [0.75, 'strong'],
  [0.5, 'some'],
  [0.05, 'little'],
])('a weight of %f is %s', (weight, strength) => {
  expect(strengthOf(weight)).toBe(strength);
});
