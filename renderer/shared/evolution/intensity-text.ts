import type { Numbers } from '#renderer/shared/number.ts';

/** Below this nobody tells the difference from nothing. */
const least = 0.01;

/** An intensity with two digits; what is next to nothing as `< 0.01`. */
export function intensityText(value: number, { float }: Pick<Numbers, 'float'>): string {
  return value > 0 && value < least ? `<\u00a0${float(least)}` : float(value, 2);
}
