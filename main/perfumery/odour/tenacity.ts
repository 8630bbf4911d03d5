/** @file How long something goes on being smelled. */

export interface Tenacity {
  /** h until it was last at its threshold; 0 where it never was. */
  readonly hours: number;
  /** Still above at the end of what was computed: `hours` is the least it lasts. */
  readonly isBeyond: boolean;
}

/** When odour values at `times` (h, ascending) last come down through 1, between times on a straight line of logarithms. */
export function tenacityOf(times: readonly number[], values: readonly number[]): Tenacity {
  const last = values.findLastIndex((value) => value >= 1);
  const end = times.length - 1;
  if (last < 0) return { hours: 0, isBeyond: false };
  if (last === end) return { hours: times[end] ?? 0, isBeyond: true };
  const [from = 0, to = 0] = [times[last], times[last + 1]];
  const [above = 1, below = 0] = [values[last], values[last + 1]];
  const share = below > 0 ? Math.log(above) / (Math.log(above) - Math.log(below)) : 1;
  return { hours: from + share * (to - from), isBeyond: false };
}
