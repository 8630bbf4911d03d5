/**
 * @file The one figure that stands only in a note: up to how much of a prohibited substance a finished product may contain
 * because naturals bring it along.
 *
 * Written `does not exceed 0.01% (100 ppm)`, `does not exceed 0.0013%`, and once with the percent sign lost, `does not exceed
 * 100ppm (0.01)`. Where both are given they have to agree.
 */
import { decimalText, parseDecimal } from '#perfumery/units/decimal.ts';

/** The ceiling in %; undefined where the note states none, or two that differ. */
export function readNoteCeiling(note: string): string | undefined {
  const [, tail] = /(?:does|shall|must|should) not exceed\s+(.{1,40})/i.exec(note.replace(/\s+/g, ' ')) ?? [];
  if (tail === undefined) return undefined;
  const found = /^(\d+(?:[.,]\d+)?)\s*(%|ppm)(?:\s*\(\s*(\d+(?:[.,]\d+)?)\s*(%|ppm)?\s*\))?/i.exec(tail);
  if (!found) return undefined;
  const [, first = '', unit = '', second, other] = found;
  const ceiling = inPercent(first, unit);
  if (ceiling === undefined || second === undefined) return ceiling;
  return inPercent(second, other ?? (unit === '%' ? 'ppm' : '%')) === ceiling ? ceiling : undefined;
}

function inPercent(number: string, unit: string): string | undefined {
  const value = parseDecimal(number);
  if (value === undefined || value <= 0n) return undefined;
  if (unit === '%') return decimalText(value);
  return value % 10_000n === 0n ? decimalText(value / 10_000n) : undefined;
}
