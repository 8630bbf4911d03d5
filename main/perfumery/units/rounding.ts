/** @file Rounding of exact decimals: to a step, to places, to figures. Always half away from zero, as people round on paper. */
import { type Decimal, one } from './decimal.ts';

/** The multiple of `step` nearest to `value`. `step` must be above 0. */
export function roundToStep(value: bigint, step: bigint): Decimal {
  const size = value < 0n ? -value : value;
  const rounded = ((size + step / 2n) / step) * step;
  return (value < 0n ? -rounded : rounded) as Decimal;
}

/** `value` with at most `places` decimals; nine or more leave it as it is. */
export function roundToPlaces(value: bigint, places: number): Decimal {
  return places >= 9 ? (value as Decimal) : roundToStep(value, 10n ** BigInt(9 - Math.max(0, places)));
}

/** `value` with at most `figures` significant figures, and never fewer than its whole digits. */
export function roundToFigures(value: bigint, figures: number): Decimal {
  const size = value < 0n ? -value : value;
  const spare = size.toString().length - figures;
  return spare <= 0 ? (value as Decimal) : roundToStep(value, 10n ** BigInt(Math.min(spare, 9)));
}

/** `a × b ÷ c`, rounded once. `c` must not be 0. */
export function scaled(a: bigint, b: bigint, c: bigint): Decimal {
  const over = a * b;
  const isNegative = over < 0n !== c < 0n;
  const [n, d] = [over < 0n ? -over : over, c < 0n ? -c : c];
  const size = (n * 2n + d) / (d * 2n);
  return (isNegative ? -size : size) as Decimal;
}

/** `part` of `whole` in %, rounded to a billionth; 0 of nothing is 0. */
export function percentOf(part: bigint, whole: bigint): Decimal {
  return whole === 0n ? (0n as Decimal) : scaled(part, 100n * one, whole);
}
