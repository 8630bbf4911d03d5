import readXlsxFile from 'read-excel-file/node';
import { StudioError } from '#foundation/errors.ts';
import { compareTables, type StandardDifference } from '#perfumery/safety/import/compare-tables.ts';
import { mergeOverview } from '#perfumery/safety/import/merge-overview.ts';
import type { ImportProblem, Overview, OverviewRows } from '#perfumery/safety/import/overview.ts';
import { findOverviewColumns } from '#perfumery/safety/import/overview-columns.ts';
import { readOverview } from '#perfumery/safety/import/read-overview.ts';
import type { IfraTable } from '#perfumery/safety/regulation.ts';
import { mostBytes } from '#services/interchange/read-recipe-file.ts';
import { unpackWorkbook } from '#services/interchange/unpack-workbook.ts';
import { shippedTable } from './regulation-in-force.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

/** What a workbook would change, before anything is kept. */
export interface ReadTable {
  readonly fileName: string;
  readonly amendment: number;
  readonly standards: number;
  readonly counts: Overview['counts'];
  /** While one of them stops, the table cannot be kept. */
  readonly problems: readonly ImportProblem[];
  /** Against the table in force. */
  readonly differences: readonly StandardDifference[];
}

type Needs = Pick<RegulationNeeds, 'inForce' | 'now'>;

/** Reads IFRA's overview workbook and says what it would change. Keeps nothing. */
export function readIfraWorkbook(needs: Needs) {
  return async (file: File): Promise<ReadTable> => {
    const { table, ...read } = await tableIn(needs)(file);
    return { ...read, differences: compareTables(needs.inForce.now().regulation.ifra, table) };
  };
}

/** The table a workbook makes with what the shipped one knows, and everything that is wrong with it. */
export function tableIn({ inForce, now }: Needs) {
  return async (file: File): Promise<Omit<ReadTable, 'differences'> & { readonly table: IfraTable }> => {
    const overview = readOverview(await readOverviewRows(file));
    const fileName = file.name;
    const merged = mergeOverview(overview, inForce.table(shippedTable), { fileName, date: now().slice(0, 10) });
    const { amendment, counts, standards } = overview;
    const problems = [...overview.problems, ...merged.problems];
    return { fileName, amendment, standards: standards.length, counts, problems, table: merged.table };
  };
}

/** The rows of the sheet with the overview's header, or of the first one. Refuses what is no workbook. */
export async function readOverviewRows(file: File): Promise<OverviewRows> {
  const { name, size } = file;
  if (size > mostBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostBytes });
  const plain = unpackWorkbook(new Uint8Array(await file.arrayBuffer()), name);
  try {
    const sheets = await readXlsxFile(Buffer.from(plain));
    const all = sheets.map(({ data }) => data as unknown as OverviewRows);
    return all.find((rows) => 'columns' in findOverviewColumns(rows)) ?? all[0] ?? [];
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-a-workbook', name }, { cause });
  }
}
