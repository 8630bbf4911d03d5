import { describe, expect, it } from 'vitest';
import { bounded, rangeIn, toggled, valuesIn } from './filters.ts';

describe('filters set by hand', () => {
  it('gather the values of a field in one filter', () => {
    const one = toggled([], 'families', { value: 'citrus', way: 'any' });
    const two = toggled(one, 'families', { value: 'floral', way: 'any' });
    expect(two).toEqual([{ field: 'families', any: ['citrus', 'floral'] }]);
    expect(toggled(two, 'families', { value: 'citrus', way: 'any' })).toEqual([{ field: 'families', any: ['floral'] }]);
    expect(toggled(one, 'families', { value: 'citrus', way: 'any' })).toEqual([]);
  });

  it('never want and leave out the same value', () => {
    const wanted = toggled([], 'families', { value: 'musk', way: 'any' });
    const left = toggled(wanted, 'families', { value: 'musk', way: 'none' });
    expect(left).toEqual([{ field: 'families', none: ['musk'] }]);
    expect(valuesIn(left, 'families', 'any')).toEqual([]);
  });

  it('keep the other bound of a number, and go when both are gone', () => {
    const above = bounded([], 'rating', { end: 'min', value: 7 });
    const between = bounded(above, 'rating', { end: 'max', value: 9 });
    expect(rangeIn(between, 'rating')).toMatchObject({ min: 7, max: 9 });
    const below = bounded(between, 'rating', { end: 'min', value: undefined });
    expect(below).toEqual([{ field: 'rating', max: 9 }]);
    expect(bounded(below, 'rating', { end: 'max', value: undefined })).toEqual([]);
  });
});
