import type { Overview, OverviewRows } from '#perfumery/safety/import/overview.ts';
import { findOverviewColumns } from '#perfumery/safety/import/overview-columns.ts';
import { readOverview } from '#perfumery/safety/import/read-overview.ts';
import { readSheets } from '#services/interchange/read-sheets.ts';
import { roomyLid } from '#services/interchange/unpack-workbook.ts';

export interface OverviewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than this would only fill the screen; the first ones say what is wrong. */
const mostProblems = 500;

/** What IFRA's overview workbook says, with everything that is wrong in it. Refuses what is no workbook. */
export async function readOverviewFile(file: OverviewFile): Promise<Overview> {
  const overview = readOverview(await readOverviewRows(file));
  return { ...overview, problems: overview.problems.slice(0, mostProblems) };
}

/** The rows of the sheet with the overview's header, or of the first one. */
export async function readOverviewRows({ name, bytes }: OverviewFile): Promise<OverviewRows> {
  const sheets: readonly OverviewRows[] = await readSheets(bytes, name, roomyLid);
  return sheets.find((rows) => 'columns' in findOverviewColumns(rows)) ?? sheets[0] ?? [];
}
