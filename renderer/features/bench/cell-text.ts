import { type Decimal, decimalText } from '#perfumery/units/decimal.ts';
import { roundToFigures } from '#perfumery/units/rounding.ts';

/** An exact decimal as it stands in a cell: at most `figures` significant digits, no grouping, so that it can be typed over. */
export function cellText(value: bigint, figures: number): string {
  return decimalText(roundToFigures(value as Decimal, figures));
}
