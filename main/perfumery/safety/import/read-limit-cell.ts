/**
 * @file One cell of the 18 limit columns. It has one of the known forms or it is refused; nothing is guessed.
 *
 * Numbers come as numbers with binary noise (`1.6000000000000001E-4`) or as text with decimal commas (`0,10`), and are kept
 * to three significant figures. A blank is no limit of zero and no absence of a limit: it is `blank`.
 */
import type { Limit } from '#perfumery/safety/regulation.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { type OverviewCell, textOf } from './overview.ts';

/** What a limit cell says; undefined for a form nobody knows. */
export function readLimitCell(cell: OverviewCell): Limit | 'blank' | undefined {
  if (typeof cell === 'number') return limitOf(cell);
  const text = textOf(cell);
  if (text === '') return 'blank';
  if (typeof cell !== 'string') return undefined;
  if (/^no restriction\.?$/i.test(text)) return { state: 'no-restriction' };
  if (/^see notebox\.?$/i.test(text)) return { state: 'see-note' };
  if (/^(0([.,]0+)?\s*\()?prohibited\)?$/i.test(text)) return { state: 'prohibited' };
  const [, number] = /^(\d{1,3}(?:[.,]\d{1,20})?(?:e-?\d{1,2})?)(?:\s*\(5-MOP\))?$/i.exec(text) ?? [];
  return number === undefined ? undefined : limitOf(Number(number.replace(',', '.')));
}

/** Percent to three significant figures. Undefined outside 0 to 100; a bare 0 is no known form. */
function limitOf(value: number): Limit | undefined {
  const percent = Number(value.toPrecision(3));
  if (!(percent > 0 && percent <= 100)) return undefined;
  const billionths = BigInt(Math.round(percent * 1e9));
  return billionths > 0n ? { state: 'limit', percent: decimalText(billionths) } : undefined;
}
