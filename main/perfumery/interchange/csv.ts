/** @file Rows as CSV (RFC 4180) that Excel opens as text: with a byte order mark, and nothing in it that runs. */
import { guarded } from './cell-text.ts';

/** Writes rows with commas and CRLF. Text that begins like a formula is guarded with an apostrophe; numbers are not. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string | number): string {
  const text = typeof cell === 'number' ? String(cell) : guarded(cell);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
