/** Where a limit is drawn, as a share of the whole length of a meter. */
export const limitMark = 2 / 3;

/** How much of a meter a ratio of 1 = limit fills, 0 to 1: even up to the limit, ever slower above it, never quite full. */
export function fillOf(ratio: number): number {
  if (!(ratio > 0)) return 0;
  return ratio <= 1 ? ratio * limitMark : limitMark + (1 - limitMark) * (1 - 1 / ratio);
}
