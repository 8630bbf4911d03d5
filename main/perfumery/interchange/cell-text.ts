/** @file The text of a cell: cleaned of what nobody typed, and guarded so that no spreadsheet takes it for a formula. */

/** What a table holds in a cell, as readers of files give it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** What a person reads in a cell: NFC, without byte order marks, direction marks and control characters, spaces tidied. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell);
  // Nobody reads more in a cell, and a line's note holds no more.
  return unguarded(cleanText(text.length > mostText ? `${text.slice(0, mostText - 1)}…` : text));
}

const mostText = 2000;

/** Prose cleaned of what nobody typed. Line breaks become spaces; emoji and what joins them stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** An apostrophe, or several, before what begins like a formula. */
const guardedBefore = /^'+[=+\-@\t\r\n＝＋－＠]/;
const startsLikeFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet runs: an apostrophe before what begins like a formula. Plain numbers stay numbers. */
export function guarded(text: string): string {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text;
  return startsLikeFormula.test(text) || guardedBefore.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `guarded` put before a text. */
export function unguarded(text: string): string {
  return guardedBefore.test(text) ? text.slice(1) : text;
}
