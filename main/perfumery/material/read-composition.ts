/**
 * @file What is in a material, from a table: a GC-MS report, a supplier's certificate, IFRA's annex of contributions. Each row
 * names a substance by its CAS and says how much of it there is, in %.
 *
 * A row that cannot be read is a fault with its number, and nothing is kept of a table with faults. A share of 0 is no
 * measurement but a gap: it is left out and told. The same substance twice is added up and told.
 */

import { toNumber } from '#perfumery/units/decimal.ts';
import { type DecimalMark, markShownBy, readNumber } from '#perfumery/units/written-number.ts';
import { parseCas } from './cas.ts';

export interface Share {
  readonly cas: string;
  readonly name: string;
  /** % by mass. */
  readonly typical: number;
}

export interface CompositionFault {
  /** From 1, as the table counts. */
  readonly row: number;
  readonly text: string;
  readonly why:
    | 'no-cas'
    | 'cas-check-digit'
    | 'no-percent'
    | 'not-a-percent'
    | 'zero'
    | 'twice'
    | 'over-whole'
    | 'no-columns';
  /** Whether the table cannot be kept for it. */
  readonly stops: boolean;
}

export interface ReadShares {
  /** By the name in the first column of an annex; one entry under `''` for a table about one material. */
  readonly materials: ReadonlyMap<string, readonly Share[]>;
  readonly faults: readonly CompositionFault[];
}

interface Columns {
  readonly material: number;
  readonly name: number;
  readonly cas: number;
  readonly percent: number;
  readonly first: number;
}

/** What the shares of a composition may come to in %: the whole, and a little for rounding. */
export const mostOver = 100.5;

/** Reads the rows of a table about one material, or about many where a column names them. */
export function readComposition(rows: readonly (readonly string[])[], mark?: DecimalMark): ReadShares {
  const columns = findColumns(rows);
  if (!columns) return { materials: new Map(), faults: [{ row: 1, text: '', why: 'no-columns', stops: true }] };
  const shown = mark ?? rows.map((row) => markShownBy(plainPercent(row[columns.percent]))).find(Boolean);
  const materials = new Map<string, Share[]>();
  const faults: CompositionFault[] = [];
  for (const [at, row] of rows.entries()) {
    if (at < columns.first || row.every((cell) => cell.trim() === '')) continue;
    const share = readShare(row, columns, shown);
    const fault = (why: CompositionFault['why'], stops: boolean) =>
      faults.push({ row: at + 1, text: row.join(' | ').slice(0, 200), why, stops });
    if (typeof share === 'string') {
      fault(share, share !== 'zero');
      continue;
    }
    const key = columns.material < 0 ? '' : tidy(row[columns.material]);
    const shares = materials.get(key) ?? [];
    const before = shares.findIndex(({ cas }) => cas === share.cas);
    if (before < 0) shares.push(share);
    else {
      const same = shares[before] as Share;
      const isRepeated = same.typical === share.typical && same.name === share.name;
      if (!isRepeated) shares[before] = { ...same, typical: Number((same.typical + share.typical).toPrecision(12)) };
      fault('twice', false);
    }
    materials.set(key, shares);
  }
  for (const [key, shares] of materials) {
    const whole = shares.reduce((sum, { typical }) => sum + typical, 0);
    if (whole > mostOver)
      faults.push({ row: 0, text: `${key} ${whole.toFixed(2)} %`.trim(), why: 'over-whole', stops: true });
  }
  return { materials, faults };
}

function readShare(
  row: readonly string[],
  columns: Columns,
  mark: DecimalMark | undefined,
): Share | CompositionFault['why'] {
  const cas = parseCas(row[columns.cas] ?? '');
  if (!cas.ok) return cas.reason === 'check-digit' ? 'cas-check-digit' : 'no-cas';
  const read = readNumber(plainPercent(row[columns.percent]), mark);
  if ('refused' in read) return read.refused === 'empty' ? 'no-percent' : 'not-a-percent';
  const typical = toNumber(read.value);
  if (typical === 0) return 'zero';
  if (typical < 0 || typical > 100) return 'not-a-percent';
  return { cas: cas.cas, name: tidy(row[columns.name]) || cas.cas, typical };
}

/** By header where there is one, else by what stands in the columns. */
function findColumns(rows: readonly (readonly string[])[]): Columns | undefined {
  const header = rows.findIndex((row) =>
    row.some((cell) => /\bcas\b/i.test(cell.replace(/_/g, ' ')) && !parseCas(cell).ok),
  );
  if (header >= 0) {
    const titles = (rows[header] ?? []).map((cell) => cell.toLowerCase().replace(/_/g, ' ').trim());
    const at = (...words: RegExp[]) => titles.findIndex((title) => words.some((word) => word.test(title)));
    const material = at(/^natural( name)?$/, /^material$/, /^원료$/);
    const [cas, percent] = [at(/\bcas\b/), at(/%/, /percent/, /share/, /typical/, /area/, /함량/, /비율/)];
    const name = titles.findIndex(
      (title, place) =>
        place !== material && place !== cas && /name|constituent|substance|component|성분|물질/.test(title),
    );
    return cas < 0 || percent < 0 ? undefined : { material, cas, percent, name, first: header + 1 };
  }
  const sample = rows.find((row) => row.some((cell) => parseCas(cell).ok));
  if (!sample) return undefined;
  const cas = sample.findIndex((cell) => parseCas(cell).ok);
  const percent = sample.findIndex((cell, place) => place !== cas && 'value' in readNumber(plainPercent(cell)));
  const name = sample.findIndex((cell, place) => place !== cas && place !== percent && /\p{L}/u.test(cell));
  return percent < 0 ? undefined : { material: -1, cas, percent, name, first: 0 };
}

function plainPercent(cell: string | undefined): string {
  return (cell ?? '').replace(/%\s*$/, '').trim();
}

function tidy(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
