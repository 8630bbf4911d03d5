/** @file The smallest single changes that make a category pass: less of a line, a line gone, or a lower dosage. */
import { type DecimalText, decimalText } from '#perfumery/units/decimal.ts';
import type { Fix } from './answer.ts';
import {
  type Constraint,
  type DosageRange,
  dosageStep,
  holdsAfter,
  isBroken,
  leastCut,
  linesOf,
  roomOf,
  type Weighing,
} from './constraint.ts';
import type { Outcome } from './find.ts';
import type { Scale } from './tally.ts';

export interface Failing {
  /** Every finding in the category, failing or not: a fix must not break what holds. */
  readonly outcomes: readonly Outcome[];
  /** Dosages at which the category passes. */
  readonly dosages: DosageRange;
  /** % that was judged, in billionths. */
  readonly dosage: bigint;
  readonly scale: Scale;
}

/** A thousandth of a part, in billionths. */
const thousandth = 1_000_000n;

/**
 * Single changes after each of which the category no longer fails, smallest change relative to what it changes first.
 * A line is reduced as little as a thousandth of a part allows. With carrier lines a lower dosage means more carrier.
 */
export function suggestFixes({ outcomes, dosages, dosage, scale }: Failing): Fix[] {
  const fixes: { fix: Fix; change: number }[] = [];
  const forbidden = outcomes.flatMap((outcome) => outcome.forbidden ?? []);
  const constraints = outcomes.flatMap(({ constraint }) => constraint ?? []);
  const broken = constraints.filter((constraint) => isBroken(constraint, scale));
  const kept = constraints.filter((constraint) => !isBroken(constraint, scale));
  const room = kept.reduce((least, constraint) => smaller(least, roomOf(constraint, scale)), scale.amount);

  const lines =
    forbidden.length > 0 ? onlyOne(forbidden.map((entry) => entry.line)) : inAll(broken.map((one) => linesOf(one)));
  for (const line of lines) {
    const { lineId, amount } = scale.lines[line] as Scale['lines'][number];
    const cut = forbidden.length > 0 ? amount : cutFor(broken, { line, amount }, scale);
    if (cut === undefined || cut === scale.amount) continue;
    const toCheck = forbidden.length > 0 ? constraints : cut <= room ? [] : kept;
    if (!toCheck.every((constraint) => holdsAfter(constraint, cut, { line, amount }, scale))) continue;
    const parts = ((amount - cut) / scale.thousandth) * thousandth;
    fixes.push({
      fix: parts === 0n ? { how: 'remove-line', lineId } : { how: 'reduce-line', lineId, parts: decimalText(parts) },
      change: Number((cut * precision) / amount),
    });
  }

  const highest = dosages.highest * dosageStep;
  if (forbidden.length === 0 && dosages.lowest <= dosages.highest && highest > 0n && highest < dosage) {
    const fix: Fix = { how: 'lower-dosage', dosage: decimalText(highest) as DecimalText };
    fixes.push({ fix, change: Number(((dosage - highest) * precision) / dosage) });
  }
  return fixes.sort((a, b) => a.change - b.change).map(({ fix }) => fix);
}

const precision = 1_000_000_000n;

/** What to take from a line to mend everything that is broken, leaving a whole number of thousandths of a part. */
function cutFor(broken: readonly Constraint[], weighing: Weighing, scale: Scale): bigint | undefined {
  let most = 0n;
  for (const constraint of broken) {
    const cut = leastCut(constraint, weighing, scale);
    if (cut === undefined) return undefined;
    if (cut > most) most = cut;
  }
  const left = (weighing.amount - most) / scale.thousandth;
  return weighing.amount - left * scale.thousandth;
}

/** The one line they all are, or none. */
function onlyOne(lines: readonly number[]): number[] {
  const distinct = [...new Set(lines)];
  return distinct.length === 1 ? distinct : [];
}

/** The lines that are in every set. */
function inAll([first, ...others]: readonly Set<number>[]): number[] {
  return [...(first ?? [])].filter((line) => others.every((lines) => lines.has(line)));
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
