import { type DecimalText, decimalText } from '#perfumery/units/decimal.ts';
import { readNumber } from '#perfumery/units/written-number.ts';

/** A figure as it was typed: empty, a decimal, or not a number. */
export type Typed = { readonly value?: DecimalText; readonly wrong?: string };

/** Reads what was typed into a field for a figure. */
export function typedFigure(written: string): Typed {
  if (written.trim() === '') return {};
  const read = readNumber(written);
  return 'value' in read ? { value: decimalText(read.value) } : { wrong: written };
}
