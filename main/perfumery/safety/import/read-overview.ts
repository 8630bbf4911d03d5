/**
 * @file The official IFRA overview, read. A cell that matches no known form is refused with its row and column; nothing is
 * coerced, skipped or filled in.
 */
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Deadlines, Limit, StandardKind } from '#perfumery/safety/regulation.ts';
import { checkColumns } from './check-columns.ts';
import {
  type ImportProblem,
  type Overview,
  type OverviewCell,
  type OverviewRows,
  type OverviewStandard,
  textOf,
} from './overview.ts';
import { fieldHeader, findOverviewColumns, limitHeader, type OverviewColumns } from './overview-columns.ts';
import { readCasCell } from './read-cas-cell.ts';
import { readDeadlineCell } from './read-deadline-cell.ts';
import { readDrivers } from './read-drivers.ts';
import { readLimitCell } from './read-limit-cell.ts';
import { readNoteCeiling } from './read-note-ceiling.ts';

/** Reads the rows of the overview's sheet. */
export function readOverview(rows: OverviewRows): Overview {
  const counts = { limit: 0, 'no-restriction': 0, prohibited: 0, 'see-note': 0, blank: 0 };
  const found = findOverviewColumns(rows);
  if ('problems' in found) return { amendment: 0, standards: [], counts, problems: found.problems };
  const { columns } = found;
  const problems: ImportProblem[] = [];
  const standards: OverviewStandard[] = [];
  const seen = new Set<string>();
  rows.forEach((cells, at) => {
    if (at <= columns.header || cells.every((cell) => textOf(cell) === '')) return;
    const reader = rowReader({ cells, row: at + 1, columns, problems });
    const standard = readRow(reader, counts);
    if (!standard) return;
    if (seen.has(standard.row)) reader.fault('key-twice', 'Key', standard.row);
    seen.add(standard.row);
    standards.push(standard);
  });
  const amendment = standards.reduce((latest, one) => Math.max(latest, one.amendment), 0);
  return { amendment, standards, counts, problems: [...problems, ...checkColumns(standards)] };
}

interface RowReader {
  readonly text: (field: keyof OverviewColumns['fields']) => string;
  /** Undefined where the workbook has no such column. */
  readonly cell: (field: keyof OverviewColumns['fields']) => { readonly is: OverviewCell } | undefined;
  readonly limit: (category: Category) => OverviewCell;
  readonly fault: (why: ImportProblem['why'], column: string, text: string, stops?: boolean) => void;
}

interface Reading {
  readonly cells: readonly OverviewCell[];
  readonly row: number;
  readonly columns: OverviewColumns;
  readonly problems: ImportProblem[];
}

function rowReader({ cells, row, columns, problems }: Reading): RowReader {
  return {
    text: (field) => textOf(cells[columns.fields[field]]),
    cell: (field) => (columns.fields[field] < 0 ? undefined : { is: cells[columns.fields[field]] }),
    limit: (category) => cells[columns.limits[category]],
    fault: (why, column, text, stops = true) => problems.push({ why, stops, row, column, text: text.slice(0, 200) }),
  };
}

function readRow(reader: RowReader, counts: Record<Limit['state'] | 'blank', number>): OverviewStandard | undefined {
  const { text, fault } = reader;
  const [row, name] = [text('key'), text('name')];
  if (row === '') fault('cell-blank', 'Key', name);
  if (name === '') fault('cell-blank', 'Name of the IFRA Standard', row);
  const amendment = Number(text('amendment'));
  if (!Number.isInteger(amendment) || amendment < 1 || amendment > 200)
    fault('cell-unreadable', 'Amendment number', text('amendment'));
  const kinds = readKinds(text('kinds'));
  if (!kinds) fault('cell-unreadable', 'IFRA Standard type', text('kinds'));
  const { clauses, faults } = readCasCell(text('cas'));
  for (const each of faults) fault(each.why, 'CAS numbers', each.text);
  const limits = kinds && readLimits(reader, kinds, counts);
  const seesNote = limits && Object.values(limits).some(({ state }) => state === 'see-note');
  const traceCeiling = seesNote ? readNoteCeiling(text('restrictionNote')) : undefined;
  if (seesNote && traceCeiling === undefined)
    fault('note-without-figure', 'Restricted ingredients: notes', name, false);
  const deadlines = readDeadlines(reader);
  if (row === '' || name === '' || !kinds) return undefined;
  return {
    row,
    name,
    amendment,
    ...(deadlines && { deadlines }),
    kinds,
    drivers: readDrivers(text('drivers')),
    clauses,
    synonyms: text('synonyms')
      .split(/[\r\n]+/)
      .filter(Boolean),
    ...(limits && { limits }),
    ...(traceCeiling !== undefined && { traceCeiling }),
    asFlavouring: text('flavouring') !== '',
    specification: text('specificationNote'),
    note: [text('prohibitionNote'), text('phototoxicityNote'), text('restrictionNote')].filter(Boolean).join('\n\n'),
  };
}

/** All 18 cells of a restriction. A blank among them, or a figure where nothing restricts, is a fault. */
function readLimits(
  { limit, fault }: RowReader,
  kinds: readonly StandardKind[],
  counts: Record<Limit['state'] | 'blank', number>,
): OverviewStandard['limits'] {
  const restricts = kinds.includes('restriction');
  const limits: Partial<Record<Category, Limit>> = {};
  for (const category of categories) {
    const cell = readLimitCell(limit(category));
    const column = limitHeader(category);
    if (cell === undefined) fault('cell-unreadable', column, textOf(limit(category)));
    else counts[cell === 'blank' ? 'blank' : cell.state] += 1;
    if (cell === 'blank' && restricts) fault('cell-blank', column, '');
    if (cell !== undefined && cell !== 'blank') {
      if (!restricts) fault('cell-unexpected', column, textOf(limit(category)));
      limits[category] = cell;
    }
  }
  const isWhole = Object.keys(limits).length === categories.length;
  return restricts && isWhole ? (limits as Record<Category, Limit>) : undefined;
}

/** One that cannot be read is told and left out: it changes no verdict. */
function readDeadlines({ cell, fault }: RowReader): Deadlines | undefined {
  const read = (field: 'newDeadline' | 'existingDeadline') => {
    const found = cell(field);
    const date = found && readDeadlineCell(found.is);
    if (found && date === undefined) fault('cell-unreadable', fieldHeader(field), textOf(found.is), false);
    return date === 'none' ? undefined : date;
  };
  if (!cell('newDeadline') && !cell('existingDeadline')) return undefined;
  const [newCreations, existingCreations] = [read('newDeadline'), read('existingDeadline')];
  return { ...(newCreations && { newCreations }), ...(existingCreations && { existingCreations }) };
}

/** The same kinds are written in two orders; they are a set. */
function readKinds(text: string): readonly StandardKind[] | undefined {
  const parts = text.toLowerCase().split(/[_\s,/&+-]+/);
  const kinds = (['restriction', 'prohibition', 'specification'] as const).filter((kind) => parts.includes(kind));
  return kinds.length > 0 && kinds.length === parts.length ? kinds : undefined;
}
