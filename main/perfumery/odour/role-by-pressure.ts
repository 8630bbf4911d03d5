/**
 * @file Where a material would stand in the pyramid by its vapour pressure alone. The cuts are those that part the roles of
 * 55 catalogue materials best (0.061 and 0.015 mmHg at 25 °C; 89 % of them right, read that as optimistic). A perfumer's
 * role is a judgement of use, and aldehydes are the standing exception: show both, overwrite neither.
 */
import type { Role } from '#perfumery/material/material.ts';

const pascalPerMillimetre = 133.322;
const leastOfTop = 0.061 * pascalPerMillimetre;
const leastOfHeart = 0.015 * pascalPerMillimetre;

/** The place that a vapour pressure in Pa at 25 °C speaks for. */
export function roleByPressure(pressure: number): Exclude<Role, 'none'> {
  if (pressure > leastOfTop) return 'top';
  return pressure < leastOfHeart ? 'base' : 'heart';
}
