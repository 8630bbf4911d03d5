import { describe, expect, it } from 'vitest';
import { odourValue, stevensIntensity } from './odour-value.ts';
import { roleByPressure } from './role-by-pressure.ts';
import { tenacityOf } from './tenacity.ts';

describe('tenacity', () => {
  it('ends between the times that the threshold lies between', () => {
    expect(tenacityOf([0, 1, 3], [100, 10, 0.1])).toEqual({ hours: 2, isBeyond: false });
    expect(tenacityOf([0, 2], [4, 0])).toEqual({ hours: 2, isBeyond: false });
  });

  it('counts the last time something comes up, not the first', () =>
    expect(tenacityOf([0, 1, 2, 3], [2, 0.5, 10, 0.1]).hours).toBe(2.5));

  it('is open where it is smelled to the end, and nothing where it never is', () => {
    expect(tenacityOf([0, 48], [5, 2])).toEqual({ hours: 48, isBeyond: true });
    expect(tenacityOf([0, 48], [0.5, 0.9])).toEqual({ hours: 0, isBeyond: false });
  });
});

describe('strength of a smell', () => {
  it('is 1 at the threshold and grows far slower than the concentration', () => {
    expect(stevensIntensity(odourValue(0.02, 0.02))).toBe(1);
    expect(stevensIntensity(1000)).toBeCloseTo(11.22, 2);
    expect(stevensIntensity(0)).toBe(0);
    expect(stevensIntensity(100, 0.5)).toBe(10);
  });
});

describe('the place that a vapour pressure speaks for', () => {
  it('is top for limonene, heart for ionone, base for galaxolide', () =>
    expect([264, 2.5, 0.07].map(roleByPressure)).toEqual(['top', 'heart', 'base']));
});
