/** @file What a concentrate smells of: the share of each family by what smells in it. */
import type { Accords, Formula } from '#perfumery/formula/formula.ts';
import type { Family } from '#perfumery/material/material.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';
import { percentOf } from '#perfumery/units/rounding.ts';
import { type MaterialOf, odourMasses } from './odour-masses.ts';

/** % of the odour mass. `unknown`: missing materials, and accords that could not be opened. */
export interface FamilyShare {
  readonly family: Family | 'unknown';
  readonly share: Decimal;
}

/** The families by odour mass, accords opened, largest first. Empty while nothing in the formula smells. */
export function familyShares(formula: Formula, accords: Accords, materialOf: MaterialOf): readonly FamilyShare[] {
  const { masses, unnamed } = odourMasses(formula, accords, materialOf);
  const sums = new Map<Family | 'unknown', bigint>();
  const add = (family: Family | 'unknown', mass: bigint) => sums.set(family, (sums.get(family) ?? 0n) + mass);
  for (const [id, mass] of masses) add(materialOf(id)?.family ?? 'unknown', mass);
  if (unnamed > 0n) add('unknown', unnamed);
  const whole = [...sums.values()].reduce((all, mass) => all + mass, 0n);
  return [...sums]
    .sort(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1))
    .map(([family, mass]) => ({ family, share: percentOf(mass, whole) }));
}
