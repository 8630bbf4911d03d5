/**
 * @file Rows of cells, from a file or the clipboard, understood as the lines of a formula. Whatever is not understood is
 * told with its row and the reason; sums and unknown columns are told as left aside.
 */
import { StudioError } from '#foundation/errors.ts';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { mostLines, mostParts, neat } from '#perfumery/formula/formula-limits.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { type Decimal, decimal, decimalOf, decimalText, one, parseDecimal } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import { type DecimalMark, markShownBy, readNumber } from '#perfumery/units/written-number.ts';
import { type Cell, cellText } from './cell-text.ts';
import { type ColumnKind, type Columns, findColumns } from './find-columns.ts';
import { createMaterialMatcher, type MaterialMatcher } from './match-material.ts';
import { splitDilution } from './split-dilution.ts';
import type { FaultyRow, IgnoredRow, MatchedBy, MatchedRow, RowFault } from './understood.ts';

export interface TableNeeds {
  readonly materials: readonly LibraryMaterial[];
  readonly newLineId: () => LineId;
  /** Of the file, for refusals. */
  readonly name: string;
  /** What divides decimals where the file says so: a semicolon between cells goes with a comma in numbers. */
  readonly mark?: DecimalMark;
  /** Over `materials`, for who reads many tables and would not build it for each. */
  readonly matcher?: MaterialMatcher;
}

export interface UnderstoodTable {
  readonly lines: readonly Line[];
  readonly matched: readonly MatchedRow[];
  readonly notUnderstood: readonly FaultyRow[];
  readonly ignored: readonly IgnoredRow[];
}

/** Reads a table. Refuses (`file.not-understood`) one that is empty, has no column of materials, or over 5,000 lines. */
export function parseTable(rows: readonly (readonly Cell[])[], needs: TableNeeds): UnderstoodTable {
  const { name } = needs;
  const isBlank = (row: readonly Cell[]) => row.every((cell) => cellText(cell) === '');
  const filled = rows.reduce((count, row) => (isBlank(row) ? count : count + 1), 0);
  if (filled === 0) throw new StudioError('file.not-understood', { reason: 'empty', name });
  if (filled > mostLines + 15) throw tooMany(name, filled);
  const columns = findColumns(rows);
  if (!columns || amountColumn(columns, rows) === undefined) {
    throw new StudioError('file.not-understood', { reason: 'no-columns', name });
  }
  const reader = createRowReader(rows, columns, needs);
  const result = {
    lines: [] as Line[],
    matched: [] as MatchedRow[],
    notUnderstood: [] as FaultyRow[],
    ignored: [] as IgnoredRow[],
  };
  for (const text of columns.unread) result.ignored.push({ row: 0, text, why: 'column' });
  for (const [index, row] of rows.entries()) {
    if (index < columns.firstRow || isBlank(row)) continue;
    const at = {
      row: index + 1,
      text: row
        .map(cellText)
        .filter((text) => text !== '')
        .join(' · '),
    };
    const read = reader(row);
    if ('total' in read) result.ignored.push({ ...at, why: 'total' });
    else if ('why' in read) result.notUnderstood.push({ ...at, ...read });
    else {
      result.lines.push(read.line);
      result.matched.push({ ...at, lineId: read.line.id, materialId: read.materialId, by: read.by });
    }
  }
  const count = result.lines.length + result.notUnderstood.length;
  if (count > mostLines) throw tooMany(name, count);
  return result;
}

/** Whether rows have a column that names materials and one of amounts. */
export function isTable(rows: readonly (readonly Cell[])[]): boolean {
  const columns = findColumns(rows);
  return columns !== undefined && amountColumn(columns, rows) !== undefined;
}

function tooMany(name: string, lines: number): StudioError {
  return new StudioError('file.not-understood', { reason: 'too-many-lines', name, detail: String(lines) });
}

type ReadRow =
  | { readonly line: Line; readonly materialId: MaterialId; readonly by: MatchedBy }
  | Fault
  | { readonly total: true };

interface Fault {
  readonly why: RowFault;
  readonly detail: string;
}

const totals = /^(grand |sub)?-?totals?\b|^sum\b|^(총)?(합계|소계|총계|총합|계)( ?\(.*\))?$/i;

function createRowReader(
  rows: readonly (readonly Cell[])[],
  columns: Columns,
  { materials, newLineId, mark, matcher = createMaterialMatcher(materials) }: TableNeeds,
): (row: readonly Cell[]) => ReadRow {
  const amountKind = amountColumn(columns, rows) ?? 'parts';
  const body = rows.slice(columns.firstRow);
  const amountMark = markIn(body, columns.at[amountKind], mark);
  const strengths = strengthReader(body, columns, mark);
  const cell = (row: readonly Cell[], kind: ColumnKind): Cell => {
    const at = columns.at[kind];
    return at === undefined ? undefined : row[at];
  };
  return (row) => {
    const text = (kind: ColumnKind) => cellText(cell(row, kind));
    const name = text('name');
    if (totals.test(name) || (name === '' && text('cas') === '' && row.some((one) => totals.test(cellText(one))))) {
      return { total: true };
    }
    const found = nameOf({ name, cas: text('cas'), id: text('id') }, matcher);
    if ('why' in found) return found;
    const parts = amountOf(cell(row, amountKind), amountKind, amountMark);
    if ('why' in parts) return parts;
    const written = text('dilution') !== '' ? cell(row, 'dilution') : found.dilution;
    const dilution = written === undefined || written === '' ? { value: neat } : strengths(written);
    if ('why' in dilution) return dilution;
    const solvent = solventOf(text('solvent') || found.solvent, dilution.value, matcher);
    if (solvent && 'why' in solvent) return solvent;
    const line: Line = {
      id: newLineId(),
      ingredient: { kind: 'material', materialId: found.materialId },
      parts: decimalText(parts.value),
      dilution: decimalText(dilution.value),
      ...(solvent && { solventId: solvent.materialId }),
      locked: isYes(text('locked')),
      carrier: isYes(text('carrier')),
      note: text('note'),
    };
    return { line, materialId: found.materialId, by: found.by };
  };
}

interface FoundName {
  readonly materialId: MaterialId;
  readonly by: MatchedBy;
  readonly dilution: string;
  readonly solvent: string;
}

/** The material, with a strength written into its name; a name that is known as it stands is not taken apart. */
function nameOf(named: { name: string; cas: string; id: string }, matcher: MaterialMatcher): FoundName | Fault {
  const split = splitDilution(named.name);
  const whole = matcher.match(named);
  const isSure = 'materialId' in whole && (whole.by === 'name' || whole.by === 'alias' || whole.by === 'sku');
  if (!split || isSure) return 'why' in whole ? whole : { ...whole, dilution: '', solvent: '' };
  const found = matcher.match({ ...named, name: split.name });
  return 'why' in found ? found : { ...found, dilution: split.dilution, solvent: split.solvent };
}

type Amount = { readonly value: Decimal } | Fault;
const amountKinds = ['parts', 'gram', 'milligram', 'percent'] as const;
type AmountKind = (typeof amountKinds)[number];

/** The first column of amounts with anything in it: one file, one unit. */
function amountColumn({ at, firstRow }: Columns, rows: readonly (readonly Cell[])[]): AmountKind | undefined {
  const present = amountKinds.filter((kind) => at[kind] !== undefined);
  const body = rows.slice(firstRow);
  return present.find((kind) => body.some((row) => cellText(row[at[kind] ?? -1]) !== '')) ?? present[0];
}

const units: Readonly<Record<string, readonly [AmountKind, toGrams: Decimal]>> = {
  g: ['gram', one],
  그램: ['gram', one],
  mg: ['milligram', decimal('0.001')],
  '%': ['percent', one],
  parts: ['parts', one],
  part: ['parts', one],
  부: ['parts', one],
};

/** What stands in a cell of amounts. A unit in the cell must be the column's, or another of mass where that is of mass. */
function amountOf(cell: Cell, kind: AmountKind, mark: DecimalMark | undefined): Amount {
  const text = cellText(cell);
  if (text === '') return { why: 'no-amount', detail: '' };
  const [, number = text, unit = ''] = /^(.*?)\s*(g|mg|%|parts?|그램|부)$/i.exec(text) ?? [];
  const read = typeof cell === 'number' ? { value: floatOf(cell) } : readNumber(number, mark);
  if ('refused' in read) return { why: read.refused === 'ambiguous' ? 'ambiguous' : 'bad-amount', detail: text };
  if (read.value === undefined) return { why: 'bad-amount', detail: text };
  if (read.value < 0n) return { why: 'negative-amount', detail: text };
  const written = unit === '' ? undefined : units[unit.toLowerCase()];
  const isMass = (one: AmountKind) => one === 'gram' || one === 'milligram';
  let value = read.value;
  if (written && written[0] !== kind) {
    if (isMass(kind) && isMass(written[0])) value = scaled(value, kind === 'gram' ? written[1] : 1000n * one, one);
    else if (kind !== 'parts') return { why: 'bad-amount', detail: text };
    else if (written[0] === 'milligram') value = scaled(value, written[1], one);
  }
  return value > mostParts ? { why: 'absurd-amount', detail: text } : { value };
}

/**
 * Reads strengths in %. A column of bare numbers that are all 1 or less, under a heading without a percent sign, may hold
 * fractions or percents: that is not guessed.
 */
function strengthReader(body: readonly (readonly Cell[])[], { at, dilutionHeading = '' }: Columns, mark?: DecimalMark) {
  const column = at.dilution === undefined ? [] : body.map((row) => row[at.dilution ?? -1]);
  const written = column.map(cellText).filter((text) => text !== '');
  const columnMark = markIn(body, at.dilution, mark);
  const values = written.map((text) => readNumber(text.replace('%', ''), columnMark));
  const isUnclear =
    written.length > 0 &&
    !dilutionHeading.includes('%') &&
    !written.some((text) => text.includes('%')) &&
    values.every((number) => 'value' in number && number.value <= one);
  return (cell: Cell): Amount => {
    const text = cellText(cell);
    const fault = { why: 'bad-dilution', detail: text } as const;
    if (isUnclear && column.includes(cell)) return { why: 'ambiguous', detail: text };
    const read = typeof cell === 'number' ? { value: floatOf(cell) } : readNumber(text.replace('%', ''), columnMark);
    if ('refused' in read || read.value === undefined) return fault;
    return read.value <= 0n || read.value > neat ? fault : { value: read.value };
  };
}

function solventOf(
  text: string,
  dilution: Decimal,
  matcher: MaterialMatcher,
): { readonly materialId: MaterialId } | Fault | undefined {
  if (text === '' || dilution === neat) return undefined;
  const found = matcher.matchSolvent(text);
  return 'why' in found ? { why: 'bad-dilution', detail: text } : found;
}

/** What divides decimals in a column: what its own numbers show, else what the file says. Where they disagree, nothing does. */
function markIn(
  body: readonly (readonly Cell[])[],
  at: number | undefined,
  ofFile: DecimalMark | undefined,
): DecimalMark | undefined {
  const marks = new Set(
    body.flatMap((row) => {
      const cell = at === undefined ? undefined : row[at];
      return typeof cell === 'string' ? (markShownBy(cellText(cell).replace(/[^\d.,]/g, '')) ?? []) : [];
    }),
  );
  return marks.size === 0 ? ofFile : marks.size === 1 ? [...marks][0] : undefined;
}

/** A number of a spreadsheet: a float by nature. Undefined where it is none that could be weighed. */
function floatOf(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  return parseDecimal(String(value)) ?? (Math.abs(value) > 1e15 ? ((mostParts + 1n) as Decimal) : decimalOf(value));
}

function isYes(text: string): boolean {
  return /^(yes|y|true|1|x|o|예|네|✓|✔)$/i.test(text);
}
