/** Where a limit is drawn, as a share of the whole length of a meter. */
export const limitMark = 2 / 3;

/** How much of a meter a ratio of 1 = limit fills, 0 to 1: even up to the limit, ever slower above it, never quite full. */
export function fillOf(ratio: number): number {
  if (!(ratio > 0)) return 0;
  return ratio <= 1 ? ratio * limitMark : limitMark + (1 - limitMark) * (1 - 1 / ratio);
}

/** A ratio rounded to what a meter can show, on its side of 1: what follows typing is drawn anew only when this changes. */
export function seen(ratio: number): number {
  const rounded = Math.round(ratio * 100) / 100;
  return ratio > 1 ? Math.max(1.01, rounded) : ratio < 1 ? Math.min(0.99, rounded) : rounded;
}
