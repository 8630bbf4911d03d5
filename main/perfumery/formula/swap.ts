/** @file Putting another ingredient, or the same at another strength, in a line's place. */
import { StudioError } from '#foundation/errors.ts';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { type Decimal, decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import { checkedLine } from './edit.ts';
import type { Formula, Ingredient, Line } from './formula.ts';

export interface Replacement {
  readonly ingredient: Ingredient;
  /** % by mass, above 0, at most 100. */
  readonly dilution: Decimal;
  readonly solventId?: MaterialId;
  /** Odour mass of the new for one of the old: 0.5 for a material twice as strong. Absent: 1. */
  readonly factor?: Decimal;
}

/**
 * Swaps a line's ingredient or strength keeping its odour mass: parts × dilution stays the same, times the factor.
 * The line keeps its id, place, lock and note. Refuses (`formula.invalid`) what a line may not hold.
 */
export function swapLine(formula: Formula, lineId: LineId, replacement: Replacement): Formula {
  if (!formula.lines.some(({ id }) => id === lineId)) {
    throw new StudioError('formula.invalid', { reason: 'line-missing', lineId });
  }
  return { lines: formula.lines.map((line) => (line.id === lineId ? swapped(line, replacement) : line)) };
}

function swapped(line: Line, { ingredient, dilution, solventId, factor = one }: Replacement): Line {
  if (dilution <= 0n || dilution > 100n * one) {
    throw new StudioError('formula.invalid', { reason: 'dilution-out-of-range', lineId: line.id });
  }
  if (factor < 0n) throw new StudioError('formula.invalid', { reason: 'amount-negative', lineId: line.id });
  const odour = decimal(line.parts) * decimal(line.dilution);
  const { solventId: _, ...rest } = line;
  return checkedLine({
    ...rest,
    ingredient,
    parts: decimalText(scaled(odour, factor, dilution * one)),
    dilution: decimalText(dilution),
    ...(solventId && dilution < 100n * one && { solventId }),
  });
}
