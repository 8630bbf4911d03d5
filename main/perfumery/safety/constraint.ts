/**
 * @file One limit in one category as a linear inequality over the lines of the formula. Everything the engine decides,
 * whether a limit is kept, up to which dosage, and how much of a line has to go, is decided here with whole numbers.
 *
 * With `D` the dosage, `m` the mass, `W` the weight and `L` the limit, a limit is kept while `D × W ≤ L × m`.
 */
import { quotientUp } from '#perfumery/units/whole.ts';
import { wholeShare } from './profile-material.ts';
import { roughPercentOf, type Scale, type Tally } from './tally.ts';

/** `weight` stays under `limit`. A sum of ratios is one too: each term times what brings it to the common limit. */
export interface Constraint {
  readonly weight: bigint;
  /** The part of `weight` that carrier lines bring. */
  readonly carried: bigint;
  readonly limit: bigint;
  readonly terms: readonly { readonly tally: Tally; readonly factor: bigint }[];
}

/** Whether the product as weighed is over the limit. */
export function isBroken(constraint: Constraint, scale: Scale): boolean {
  return ratioOf(constraint, scale) > 1;
}

/**
 * Weight over limit as a float. It is above 1 exactly where the limit is broken: a float that is far enough from 1 is right
 * about that, and nearer than `closeCall` the whole numbers decide.
 */
export function ratioOf({ weight, limit }: Pick<Constraint, 'weight' | 'limit'>, scale: Scale): number {
  if (limit === 0n) return weight * scale.dosage > 0n ? Number.POSITIVE_INFINITY : 0;
  const ratio = roughPercentOf(weight, scale) / Number(limit);
  const fits = ratio < Number.POSITIVE_INFINITY;
  if (fits && Math.abs(ratio - 1) > closeCall) return ratio;
  const [part, whole] = [weight * scale.dosage, limit * scale.mass];
  if (part === whole) return 1;
  const near = fits ? ratio : Number((part * precision) / whole) / Number(precision);
  return part > whole ? Math.max(near, 1 + Number.EPSILON) : Math.min(near, 1);
}

const precision = 1_000_000_000_000_000n;

/** Far above what rounding can do to a ratio (a few units of 10⁻¹⁶), far below what anyone would call a difference. */
export const closeCall = 1e-12;

/** Dosages that keep a limit, in steps of a ten-thousandth of a percent; none at all where `lowest` is above `highest`. */
export interface DosageRange {
  readonly lowest: bigint;
  readonly highest: bigint;
}

/** A ten-thousandth of a percent, in billionths of a percent. */
export const dosageStep = 100_000n;
/** Every dosage up to 100 %. */
export const anyDosage: DosageRange = { lowest: 0n, highest: wholeShare / dosageStep };
const noDosage: DosageRange = { lowest: 1n, highest: 0n };

/**
 * At which dosages the limit is kept. With carrier lines in the formula less concentrate means more carrier, so that a
 * carrier that is limited itself can set a lowest dosage too.
 */
export function dosagesWithin(constraint: Constraint, scale: Scale): DosageRange {
  const { weight, carried, limit } = constraint;
  const { concentrate, carrier, mass } = scale;
  if (carrier === 0n) return weight === 0n ? anyDosage : upTo(limit * mass, weight);
  if (concentrate === 0n) return isBroken(constraint, scale) ? noDosage : anyDosage;
  const slope = (weight - carried) * carrier - carried * concentrate;
  const room = wholeShare * concentrate * (limit * carrier - carried);
  if (slope > 0n) return room < 0n ? noDosage : upTo(room, slope);
  if (slope === 0n) return room < 0n ? noDosage : anyDosage;
  return room >= 0n ? anyDosage : { ...anyDosage, lowest: quotientUp(-room, -slope * dosageStep) };
}

function upTo(room: bigint, slope: bigint): DosageRange {
  const highest = room / (slope * dosageStep);
  return highest < anyDosage.highest ? { lowest: 0n, highest } : anyDosage;
}

/** The dosages that are in both. */
export function bothRanges(a: DosageRange, b: DosageRange): DosageRange {
  return {
    lowest: a.lowest > b.lowest ? a.lowest : b.lowest,
    highest: a.highest < b.highest ? a.highest : b.highest,
  };
}

/** How much of `weight` the line at this place brings. */
export function weightOfLine({ terms }: Constraint, line: number): bigint {
  let sum = 0n;
  for (const { tally, factor } of terms) sum += factor * (byLine(tally).get(line) ?? 0n);
  return sum;
}

/** Places of the lines that bring some to each of `constraints`. */
export function linesInAll([first, ...others]: readonly Constraint[]): number[] {
  if (!first) return [];
  const lines = new Set(first.terms.flatMap(({ tally }) => [...byLine(tally).keys()]));
  return [...lines].filter((line) => others.every(({ terms }) => terms.some(({ tally }) => byLine(tally).has(line))));
}

const sums = new WeakMap<Tally, Map<number, bigint>>();

function byLine(tally: Tally): Map<number, bigint> {
  let sum = sums.get(tally);
  if (!sum) {
    sum = new Map();
    for (const { line, weight } of tally.entries) sum.set(line, (sum.get(line) ?? 0n) + weight);
    sums.set(tally, sum);
  }
  return sum;
}

/** A line on its own: its place, and what it weighs. */
export interface Weighing {
  readonly line: number;
  readonly amount: bigint;
}

/**
 * The least amount of a line to take away so that a broken limit is kept: the solution `x` of
 * `D × (W − w·x/a) ≤ L × (m − x)`, rounded up to whole units. The rest of the formula stays as it is, so its shares rise.
 * Undefined where even removing the line does not help.
 */
export function leastCut(constraint: Constraint, { line, amount }: Weighing, scale: Scale): bigint | undefined {
  const { weight, limit } = constraint;
  const gain = scale.dosage * weightOfLine(constraint, line) - limit * wholeShare * amount;
  if (gain <= 0n) return undefined;
  const cut = quotientUp(amount * (scale.dosage * weight - limit * scale.mass), gain);
  return cut <= amount ? cut : undefined;
}

/** Whether the limit is kept when `cut` of the line is taken away. */
export function holdsAfter(constraint: Constraint, cut: bigint, { line, amount }: Weighing, scale: Scale): boolean {
  const { weight, limit } = constraint;
  const loss = limit * wholeShare * amount - scale.dosage * weightOfLine(constraint, line);
  return cut * loss <= amount * (limit * scale.mass - scale.dosage * weight);
}
