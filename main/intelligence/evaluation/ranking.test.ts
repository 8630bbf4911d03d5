import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { confusionOf } from './confusion.ts';
import { averagePrecision, figuresOf, ndcgAt, precisionAt, recallAt, reciprocalRank } from './ranking.ts';

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 });

describe('a ranking', () => {
  it('is worked out as on paper', () => {
    const given = [3, 0, 2, 1];
    const all = [3, 3, 2, 1, 0, 0];
    expect(precisionAt(given, 5)).toBe(0.4);
    expect(recallAt(given, all, 50)).toBeCloseTo(2 / 3, 12);
    expect(averagePrecision(given, all)).toBeCloseTo((1 + 2 / 3) / 3, 12);
    expect(reciprocalRank([0, 1, 3])).toBeCloseTo(1 / 3, 12);
    const gain = 7 + 3 / Math.log2(4) + 1 / Math.log2(5);
    const ideal = 7 + 7 / Math.log2(3) + 3 / Math.log2(4) + 1 / Math.log2(5);
    expect(ndcgAt(given, all, 10)).toBeCloseTo(gain / ideal, 12);
  });

  it('is perfect when the best come first, and never better than that', () => {
    fc.assert(
      fc.property(grades, (all) => {
        const best = [...all].sort((a, b) => b - a);
        const hasAny = best.some((grade) => grade > 0);
        expect(ndcgAt(best, all, 10)).toBeCloseTo(hasAny ? 1 : 0, 12);
        for (const figure of Object.values(figuresOf(all, all))) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('loses nothing when two answers change places for the better', () => {
    fc.assert(
      fc.property(grades, fc.nat(58), (given, at) => {
        const [first, second] = [given[at], given[at + 1]];
        if (first === undefined || second === undefined || first >= second) return;
        const swapped = given.with(at, second).with(at + 1, first);
        expect(ndcgAt(swapped, given, 10)).toBeGreaterThanOrEqual(ndcgAt(given, given, 10) - 1e-12);
        expect(averagePrecision(swapped, given)).toBeGreaterThanOrEqual(averagePrecision(given, given) - 1e-12);
      }),
    );
  });
});

describe('a mean over queries', () => {
  it('lies within its interval, which is narrow where all agree', () => {
    let state = 7;
    const draw = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const same = bootstrap([0.5, 0.5, 0.5], draw);
    expect([same.low, same.mean, same.high]).toEqual([0.5, 0.5, 0.5]);
    const spread = bootstrap([0, 1, 0, 1, 0, 1, 1, 0], draw);
    expect(spread.low).toBeLessThan(0.5);
    expect(spread.high).toBeGreaterThan(0.5);
  });
});

describe('a confusion', () => {
  it('counts who was taken for whom', () => {
    const { counts, figures, accuracy } = confusionOf(
      ['woody', 'musk'],
      [
        { truth: 'woody', answer: 'woody' },
        { truth: 'woody', answer: 'musk' },
        { truth: 'musk', answer: 'musk' },
      ],
    );
    expect(counts).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(figures.woody).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, support: 2 });
    expect(figures.musk).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3, support: 1 });
    expect(accuracy).toBeCloseTo(2 / 3, 12);
  });
});
