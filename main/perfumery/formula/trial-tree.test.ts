import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { product, recipeId, trialId } from '#tests/fixtures/bench.ts';
import type { TrialHead } from './recipe.ts';
import { trialTree } from './trial-tree.ts';

const trial = (number: number, parent?: number): TrialHead => ({
  id: trialId(`t${number}`),
  recipeId: recipeId('r'),
  ...(parent !== undefined && { parentId: trialId(`t${parent}`) }),
  number,
  name: { en: '', ko: '' },
  note: '',
  product: product(),
  created: '2026-11-21T00:00:00Z',
  lineCount: 0,
});
const drawn = (trials: TrialHead[]) =>
  trialTree(trials).map(({ trial: { number }, depth }) => `${'-'.repeat(depth)}${number}`);

describe('the tree of trials', () => {
  it('puts each trial after the one it grew from', () => {
    expect(drawn([trial(1), trial(2, 1), trial(3, 1), trial(4, 2), trial(5)])).toEqual(['1', '-2', '--4', '-3', '5']);
  });

  it('marks the last sibling', () => {
    expect(trialTree([trial(1), trial(2, 1), trial(3, 1)]).map(({ isLast }) => isLast)).toEqual([true, false, true]);
  });

  it('sets trials without a reachable root at the root', () => {
    expect(drawn([trial(2, 9), trial(3, 2)])).toEqual(['2', '-3']);
    expect(drawn([trial(1, 2), trial(2, 1), trial(3, 2)])).toEqual(['1', '2', '-3']);
  });

  it('shows every trial exactly once, whatever the parents say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }), { maxLength: 15 }),
        (parents) => {
          const trials = parents.map((parent, number) => trial(number, parent));
          expect(
            trialTree(trials)
              .map(({ trial: { number } }) => number)
              .sort((a, b) => a - b),
          ).toEqual([...trials.keys()]);
        },
      ),
    );
  });

  it('is built for a thousand generations without a deep stack', () => {
    const line = Array.from({ length: 5000 }, (_, number) => trial(number, number - 1));
    expect(trialTree(line).at(-1)).toMatchObject({ depth: 4999 });
  });
});
