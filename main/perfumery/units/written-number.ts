/**
 * @file Numbers as people write them: `12,5`, `1 234.5`, `1’234,50`, full-width digits, a typographic minus.
 *
 * `1,250` alone is twelve hundred and fifty to one reader and one and a quarter to another. It is never guessed: whoever
 * knows more (a column, a delimiter) says which mark divides, and without that it is `ambiguous`.
 */
import { type Decimal, parseDecimal } from './decimal.ts';

export type DecimalMark = 'point' | 'comma';
export type WrittenNumber = { readonly value: Decimal } | { readonly refused: 'empty' | 'not-a-number' | 'ambiguous' };

/** Reads a number as written. `mark` settles what a lone `1,250` or `1.250` means; a lone point is otherwise a decimal point. */
export function readNumber(written: string, mark?: DecimalMark): WrittenNumber {
  const text = tidyNumber(written);
  if (text === '') return { refused: 'empty' };
  const plain = inPlainDecimals(text, mark);
  if (plain === 'ambiguous') return { refused: 'ambiguous' };
  const value = plain === undefined ? undefined : parseDecimal(plain);
  return value === undefined ? { refused: 'not-a-number' } : { value };
}

/** What a number as written says about the mark of its column: settled, or undefined where it fits both. */
export function markShownBy(written: string): DecimalMark | undefined {
  const text = tidyNumber(written).replace(/^[+-]/, '');
  if (/^\d{1,3}(,\d{3})+\.\d*$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return 'point';
  if (/^\d{1,3}(\.\d{3})+,\d*$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return 'comma';
  if (/^\d*,\d*$/.test(text)) return isThousand(text, ',') ? undefined : 'comma';
  if (/^\d*\.\d*$/.test(text)) return isThousand(text, '.') ? undefined : 'point';
  return undefined;
}

/** NFKC, no spaces between digits, one kind of minus. */
export function tidyNumber(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\u2212\u2012-\u2014]/g, '-')
    .replace(/[\s\u00a0\u202f_'’٬]/g, '')
    .replace(/٫/g, '.')
    .trim();
}

function inPlainDecimals(text: string, mark: DecimalMark | undefined): string | 'ambiguous' | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length);
  if (!/^[\d.,]+$/.test(body) || !/\d/.test(body)) return undefined;
  const [points, commas] = [count(body, '.'), count(body, ',')];
  const withWhole = (plain: string) => sign + (plain.startsWith('.') ? `0${plain}` : plain);
  if (points === 0 && commas === 0) return sign + body;
  if (points > 0 && commas > 0) {
    const shown = markShownBy(body);
    if (shown === undefined) return undefined;
    return withWhole(shown === 'point' ? body.replaceAll(',', '') : body.replaceAll('.', '').replace(',', '.'));
  }
  const sep = points > 0 ? '.' : ',';
  if (Math.max(points, commas) > 1) {
    return /^\d{1,3}([.,]\d{3})+$/.test(body) ? sign + body.replaceAll(sep, '') : undefined;
  }
  const asDecimal = withWhole(body.replace(',', '.'));
  const asThousands = sign + body.replace(sep, '');
  if (!isThousand(body, sep)) return asDecimal;
  if (sep === '.') return mark === 'comma' ? asThousands : asDecimal;
  if (mark === undefined) return 'ambiguous';
  return mark === 'comma' ? asDecimal : asThousands;
}

/** Whether it could be a whole number with one divider of thousands: `1,250`, but not `0,125` or `1234,125`. */
function isThousand(body: string, sep: string): boolean {
  return new RegExp(`^[1-9]\\d{0,2}\\${sep}\\d{3}$`).test(body);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
