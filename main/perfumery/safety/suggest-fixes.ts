/** @file The smallest single changes that make a category pass: less of a line, a line gone, or a lower dosage. */
import { decimalText } from '#perfumery/units/decimal.ts';
import type { Fix } from './answer.ts';
import {
  type Constraint,
  closeCall,
  type DosageRange,
  dosageStep,
  holdsAfter,
  leastCut,
  linesInAll,
  type Weighing,
} from './constraint.ts';
import type { Outcome } from './find.ts';
import type { Entry, Scale } from './tally.ts';

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
  const isForbidden = forbidden.length > 0;
  const broken = outcomes.flatMap(({ cell, constraint }) =>
    cell.verdict === 'over-limit' && constraint ? constraint : [],
  );

  const lines = isForbidden ? onlyOne(forbidden) : linesInAll(broken);
  for (const line of lines) {
    const { lineId, amount } = scale.lines[line] as Scale['lines'][number];
    const weighing = { line, amount };
    const cut = isForbidden ? amount : cutFor(broken, weighing, scale);
    if (cut === undefined || cut === scale.amount || !isKept(outcomes, { cut, weighing, scale, isForbidden })) continue;
    const parts = ((amount - cut) / scale.thousandth) * thousandth;
    fixes.push({
      fix: parts === 0n ? { how: 'remove-line', lineId } : { how: 'reduce-line', lineId, parts: decimalText(parts) },
      change: Number((cut * precision) / amount),
    });
  }

  const highest = dosages.highest * dosageStep;
  if (!isForbidden && dosages.lowest <= dosages.highest && highest > 0n && highest < dosage) {
    const fix: Fix = { how: 'lower-dosage', dosage: decimalText(highest) };
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

interface Cut {
  readonly cut: bigint;
  readonly weighing: Weighing;
  readonly scale: Scale;
  readonly isForbidden: boolean;
}

/**
 * Whether what held before holds after the cut, and what is broken beside something forbidden holds too. A cut raises no
 * ratio by more than the mass it takes away, so most need no exact look.
 */
function isKept(outcomes: readonly Outcome[], { cut, weighing, scale, isForbidden }: Cut): boolean {
  const left =
    (1 - Number((cut * precision) / scale.amount) / Number(precision) - 2 / Number(precision)) * (1 - closeCall);
  return outcomes.every(({ cell, constraint }) => {
    if (!constraint) return true;
    if (cell.verdict === 'over-limit' && !isForbidden) return true;
    if (cell.verdict === 'pass' && cell.ratio <= left) return true;
    return holdsAfter(constraint, cut, weighing, scale);
  });
}

/** The one line they are all in, or none. */
function onlyOne(entries: readonly Entry[]): number[] {
  const [first] = entries;
  return first && entries.every(({ line }) => line === first.line) ? [first.line] : [];
}
