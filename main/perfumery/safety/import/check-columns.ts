/**
 * @file Whether the columns of a table are where they say they are.
 *
 * Neighbouring columns look alike, so a table shifted by one is plausible to the eye. Two things give it away: standards
 * driven by dermal sensitisation alone follow one vector relative to category 4 (computed from IFRA's overview of the 51st
 * Amendment: 848 of 880 cells within 12 %), and a column that is in its place agrees with itself in the table before.
 */
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Limit } from '#perfumery/safety/regulation.ts';
import type { ImportProblem, OverviewStandard } from './overview.ts';
import { limitHeader } from './overview-columns.ts';

/** Limits relative to category 4 where dermal sensitisation alone drives them. */
export const sensitisationVector: Readonly<Partial<Record<Category, number>>> = {
  '1': 0.18,
  '2': 0.053,
  '3': 1.077,
  '5A': 0.255,
  '5B': 0.255,
  '5C': 0.255,
  '5D': 0.255,
  '6': 0.589,
  '7A': 2.04,
  '7B': 2.04,
  '8': 0.106,
  '9': 1.95,
  '10A': 7,
  '10B': 7,
  '11A': 3.87,
  '11B': 3.87,
};
const tolerance = 0.12;
/** Of the cells of one column. In the 51st Amendment the lowest column has 0.94. */
const leastAgreement = 0.8;
/** Fewer than these say nothing about a column. */
const leastStandards = 20;

type Limits = Readonly<Record<Category, Limit>>;

/** Columns that break the vector; one problem for all where too few standards are there to check by. */
export function checkColumns(standards: readonly Pick<OverviewStandard, 'drivers' | 'limits'>[]): ImportProblem[] {
  const driven = standards.flatMap(({ drivers, limits }) => {
    const four = percentOf(limits?.['4']);
    return drivers.join() === 'dermal sensitisation' && limits && four !== undefined ? [{ limits, four }] : [];
  });
  if (driven.length < leastStandards)
    return [{ why: 'too-few-to-check', stops: true, text: `${driven.length} < ${leastStandards}` }];
  return Object.entries(sensitisationVector).flatMap(([category, ratio]): ImportProblem[] => {
    const fitting = driven.filter(({ limits, four }) => {
      const found = percentOf(limits[category as Category]);
      return found !== undefined && Math.abs(found / (four * ratio) - 1) <= tolerance;
    });
    if (fitting.length / driven.length >= leastAgreement) return [];
    const text = `${fitting.length} / ${driven.length}`;
    return [{ why: 'column-shifted', stops: true, column: limitHeader(category as Category), text }];
  });
}

/** Columns that look more like another column of the table before than like themselves there. */
export function checkColumnsAgainst(
  pairs: readonly { readonly now: Limits; readonly before: Limits }[],
): ImportProblem[] {
  if (pairs.length < leastStandards) return [];
  return categories.flatMap((category): ImportProblem[] => {
    const likeness = (other: Category) =>
      pairs.filter(({ now, before }) => isSameLimit(now[category], before[other])).length;
    const own = likeness(category);
    const rival = categories.find((other) => likeness(other) > own + pairs.length / 20);
    if (!rival) return [];
    const text = `${limitHeader(rival)}: ${likeness(rival)} > ${own}`;
    return [{ why: 'column-shifted', stops: true, column: limitHeader(category), text }];
  });
}

/** Whether two cells say the same. */
export function isSameLimit(a: Limit | undefined, b: Limit | undefined): boolean {
  if (a?.state !== b?.state) return false;
  return a?.state !== 'limit' || b?.state !== 'limit' || Number(a.percent) === Number(b.percent);
}

function percentOf(limit: Limit | undefined): number | undefined {
  return limit?.state === 'limit' ? Number(limit.percent) : undefined;
}
