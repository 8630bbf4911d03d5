/**
 * @file Exact decimals. Everything that is weighed, priced or judged is one of these, never a float.
 *
 * A `Decimal` is a bigint counting billionths (10^-9). On disk and over the wire it is text, as a perfumer writes it.
 */
import type { Brand } from '#foundation/brand.ts';

/** A whole number of billionths. */
export type Decimal = Brand<bigint, 'Decimal'>;
/** A decimal as text in its plainest form: `12.5`, `0.003`, `-1`. What is stored and sent. */
export type DecimalText = Brand<string, 'DecimalText'>;

const places = 9;
/** How many billionths make one. */
export const one = (10n ** BigInt(places)) as Decimal;
export const zero = 0n as Decimal;

const plain = /^([+-]?)(\d{1,15})(?:\.(\d{0,18}))?$/;

/** Reads `12.5` or `12,5`. Undefined for anything else, for over 15 whole digits, and for more than nine decimals that matter. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = plain.exec(text.trim().replace(',', '.'));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const size = BigInt(whole) * one + BigInt(kept);
  return (sign === '-' ? -size : size) as Decimal;
}

/** The amounts of a formula are read again at every keystroke; most of them were read before. */
const read = new Map<string, Decimal>();
const mostKept = 20_000;

/** The decimal behind text that is already known to be one. Throws a RangeError where it is not: that is a bug. */
export function decimal(text: DecimalText | string): Decimal {
  const known = read.get(text);
  if (known !== undefined) return known;
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new RangeError(`not a decimal: ${text}`);
  if (read.size >= mostKept) read.clear();
  read.set(text, parsed);
  return parsed;
}

/** The plainest text of `value`: no exponent, no trailing zeros, a point for the decimals. */
export function decimalText(value: bigint): DecimalText {
  const size = value < 0n ? -value : value;
  const fraction = (size % one).toString().padStart(places, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / one}${fraction && `.${fraction}`}` as DecimalText;
}

/** The nearest decimal to a float; for showing and for values that were floats to begin with, never for judging. */
export function decimalOf(value: number): Decimal {
  return BigInt(Math.round(value * 1e9)) as Decimal;
}

/** For drawing and for physics, where a float is the right thing. */
export function toNumber(value: bigint): number {
  return Number(value) / 1e9;
}

/** `a ÷ b`, rounded half away from zero to a billionth. `b` must not be 0. */
export function dividedBy(a: bigint, b: bigint): Decimal {
  return divideRounded(a * one, b);
}

function divideRounded(a: bigint, b: bigint): Decimal {
  const negative = a < 0n !== b < 0n;
  const [n, d] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const size = (n + d / 2n) / d;
  return (negative ? -size : size) as Decimal;
}
