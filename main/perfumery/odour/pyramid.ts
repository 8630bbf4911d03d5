/** @file How a concentrate is built: the shares of top, heart and base by what smells in it. */
import type { Accords, Formula } from '#perfumery/formula/formula.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';
import { percentOf } from '#perfumery/units/rounding.ts';
import { type MaterialOf, odourMasses } from './odour-masses.ts';

/** % of the odour mass. `unknown`: materials without a place in the pyramid, missing ones, accords that could not be opened. */
export interface Pyramid {
  readonly top: Decimal;
  readonly heart: Decimal;
  readonly base: Decimal;
  readonly unknown: Decimal;
}

/** The pyramid by odour mass, accords opened. All zero while nothing in the formula smells. */
export function pyramid(formula: Formula, accords: Accords, materialOf: MaterialOf): Pyramid {
  const { masses, unnamed } = odourMasses(formula, accords, materialOf);
  const sums = { top: 0n, heart: 0n, base: 0n, unknown: unnamed };
  for (const [id, mass] of masses) {
    const role = materialOf(id)?.role ?? 'none';
    sums[role === 'none' ? 'unknown' : role] += mass;
  }
  const whole = sums.top + sums.heart + sums.base + sums.unknown;
  return {
    top: percentOf(sums.top, whole),
    heart: percentOf(sums.heart, whole),
    base: percentOf(sums.base, whole),
    unknown: percentOf(sums.unknown, whole),
  };
}
