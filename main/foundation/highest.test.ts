import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highest } from './highest.ts';

it('the highest are the first of all in order, of equals the earlier one', () => {
  const scores = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ noNaN: true })), { maxLength: 80 });
  fc.assert(
    fc.property(scores, fc.nat(20), fc.nat(4), (numbers, most, skipped) => {
      const indexes = numbers.map((_, index) => index).filter((index) => index % 5 !== skipped);
      const inOrder = indexes.toSorted((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b);
      expect(highest(Float64Array.from(numbers), most, indexes)).toEqual(inOrder.slice(0, most));
    }),
  );
});
