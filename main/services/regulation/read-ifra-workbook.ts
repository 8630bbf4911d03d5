import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes } from '#foundation/file-limits.ts';
import { compareTables, type StandardDifference } from '#perfumery/safety/import/compare-tables.ts';
import { mergeOverview } from '#perfumery/safety/import/merge-overview.ts';
import type { ImportProblem, Overview } from '#perfumery/safety/import/overview.ts';
import type { IfraTable } from '#perfumery/safety/regulation.ts';
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

type Needs = Pick<RegulationNeeds, 'inForce' | 'sideThread' | 'now'>;

/** Reads IFRA's overview workbook and says what it would change. Keeps nothing. */
export function readIfraWorkbook(needs: Needs) {
  return async (file: File): Promise<ReadTable> => {
    const { table, ...read } = await tableIn(needs)(file);
    return { ...read, differences: compareTables(needs.inForce.now().regulation.ifra, table) };
  };
}

/** The table a workbook makes with what the shipped one knows, and everything that is wrong with it. */
export function tableIn({ inForce, sideThread, now }: Needs) {
  return async (file: File): Promise<Omit<ReadTable, 'differences'> & { readonly table: IfraTable }> => {
    const { name: fileName, size } = file;
    if (size > mostFileBytes)
      throw new StudioError('file.too-large', { name: fileName, bytes: size, most: mostFileBytes });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const overview = await sideThread.do('read-overview', { name: fileName, bytes });
    const merged = mergeOverview(overview, inForce.table(shippedTable), { fileName, date: now().slice(0, 10) });
    const { amendment, counts, standards } = overview;
    const problems = [...overview.problems, ...merged.problems];
    return { fileName, amendment, standards: standards.length, counts, problems, table: merged.table };
  };
}
