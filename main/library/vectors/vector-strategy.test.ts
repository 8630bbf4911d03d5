import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vectorStrategy } from './vector-strategy.ts';

describe('the way to the nearest vectors', () => {
  it('is a scan while there is no index', () => {
    expect(vectorStrategy(9000, 9000, 10, false)).toEqual({ way: 'scan' });
  });

  it('is a scan of the few rows that a narrow filter leaves, however large the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 10_000_000 }), fc.integer({ min: 1, max: 300 }), (rows, left) => {
        expect(vectorStrategy(rows, left, 10, true)).toEqual({ way: 'scan' });
      }),
    );
  });

  it('is a scan of up to three in two thousand rows of a large table', () => {
    expect(vectorStrategy(1_000_000, 1500, 10, true)).toEqual({ way: 'scan' });
    expect(vectorStrategy(1_000_000, 1501, 10, true)).toMatchObject({ way: 'index' });
    expect(vectorStrategy(100_000, 301, 10, true)).toMatchObject({ way: 'index' });
  });

  it('compares a hundred candidates exactly, or as many as are wanted', () => {
    expect(vectorStrategy(100_000, 100_000, 50, true)).toEqual({ way: 'index', refine: 2 });
    expect(vectorStrategy(100_000, 100_000, 200, true)).toEqual({ way: 'index', refine: 1 });
    expect(vectorStrategy(100_000, 100_000, 1, true)).toEqual({ way: 'index', refine: 100 });
  });

  it('reads more partitions under a narrow filter than under a wide one', () => {
    expect(vectorStrategy(1_000_000, 5000, 10, true)).toEqual({ way: 'index', probes: 60, refine: 10 });
    expect(vectorStrategy(1_000_000, 800_000, 10, true)).toEqual({ way: 'index', refine: 10 });
  });
});
