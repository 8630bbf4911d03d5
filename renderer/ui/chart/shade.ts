import type { Ink } from './ink.ts';
import { lift } from './lift.ts';

/** How far colours of lines move towards white on ink. */
const onInk = 0.38;

/** The colour of a line, `#rrggbb`, as it is drawn on paper or on ink. */
export function shade(colour: string, { isDark }: Pick<Ink, 'isDark'>): string {
  return isDark ? lift(colour, onInk) : colour;
}
