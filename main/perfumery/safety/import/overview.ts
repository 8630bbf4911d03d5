/** @file What an official overview of the IFRA Standards says, row by row, before anything of ours is laid over it. */
import type { Category } from '#perfumery/safety/category.ts';
import type { Deadlines, Limit, StandardKind } from '#perfumery/safety/regulation.ts';

/** A cell as a workbook gives it. */
export type OverviewCell = string | number | boolean | Date | null | undefined;
export type OverviewRows = readonly (readonly OverviewCell[])[];

/** CAS numbers under one sub-heading of a cell; without `kinds` they stand for the whole standard. */
export interface CasClause {
  readonly cas: readonly string[];
  readonly kinds?: readonly StandardKind[];
}

export interface OverviewStandard {
  /** IFRA's row key: `IFRA_STD_107`. */
  readonly row: string;
  readonly name: string;
  readonly amendment: number;
  /** Absent where the workbook has no columns for them. */
  readonly deadlines?: Deadlines;
  readonly kinds: readonly StandardKind[];
  readonly drivers: readonly string[];
  readonly clauses: readonly CasClause[];
  readonly synonyms: readonly string[];
  /** All 18, or none at all. */
  readonly limits?: Readonly<Record<Category, Limit>>;
  /** % in the finished product, where a note states one for contributions of naturals. */
  readonly traceCeiling?: string;
  readonly asFlavouring: boolean;
  readonly specification: string;
  readonly note: string;
}

/** Something about a file a person should know. `stops`: while it stands, the file cannot be kept. */
export interface ImportProblem {
  readonly why:
    | 'no-header'
    | 'column-missing'
    | 'column-twice'
    | 'cell-unreadable'
    | 'cell-blank'
    | 'cell-unexpected'
    | 'cas-unreadable'
    | 'cas-check-digit'
    | 'key-twice'
    | 'column-shifted'
    | 'too-few-to-check'
    | 'too-few-standards'
    | 'note-without-figure'
    | 'note-differs'
    | 'without-cas';
  readonly stops: boolean;
  /** As the spreadsheet counts, from 1; absent where it is about the whole file. */
  readonly row?: number;
  /** The header text of the column. */
  readonly column?: string;
  /** What stood there, or what it is about. */
  readonly text: string;
}

export interface Overview {
  /** The latest amendment any of its rows names. */
  readonly amendment: number;
  readonly standards: readonly OverviewStandard[];
  /** How many cells say what, over all 18 columns; `blank` belongs to pure prohibitions and specifications. */
  readonly counts: Readonly<Record<Limit['state'] | 'blank', number>>;
  readonly problems: readonly ImportProblem[];
}

/** The text of a cell: NFKC, without the spaces around it. */
export function textOf(cell: OverviewCell): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString() : String(cell)).normalize('NFKC').trim();
}
