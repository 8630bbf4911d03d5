import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gcd, lcm, quotient, quotientUp } from './whole.ts';

const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });

it('finds the greatest common divisor and the least common multiple', () => {
  expect([gcd(12n, 18n), gcd(0n, 7n), lcm(4n, 6n)]).toEqual([6n, 7n, 12n]);
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      expect(gcd(a, b) * lcm(a, b)).toBe(a * b);
      expect(a % gcd(a, b)).toBe(0n);
    }),
  );
});

it('rounds half up', () => {
  expect([quotient(1n, 2n), quotient(1n, 3n), quotient(2n, 3n), quotient(5n, 2n), quotient(7n, 5n)]).toEqual([
    1n,
    0n,
    1n,
    3n,
    1n,
  ]);
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const twice = 2n * (quotient(a, b) * b - a);
      expect(twice > -b && twice <= b).toBe(true);
    }),
  );
});

it('rounds up', () => {
  expect([quotientUp(0n, 3n), quotientUp(1n, 3n), quotientUp(3n, 3n), quotientUp(4n, 3n)]).toEqual([0n, 1n, 1n, 2n]);
});
