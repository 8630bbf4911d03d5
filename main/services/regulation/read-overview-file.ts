import readXlsxFile from 'read-excel-file/node';
import { StudioError } from '#foundation/errors.ts';
import type { Overview, OverviewRows } from '#perfumery/safety/import/overview.ts';
import { findOverviewColumns } from '#perfumery/safety/import/overview-columns.ts';
import { readOverview } from '#perfumery/safety/import/read-overview.ts';
import { unpackWorkbook } from '#services/interchange/unpack-workbook.ts';

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
  const plain = unpackWorkbook(bytes, name);
  try {
    const sheets = await readXlsxFile(Buffer.from(plain));
    const all = sheets.map(({ data }) => data as unknown as OverviewRows);
    return all.find((rows) => 'columns' in findOverviewColumns(rows)) ?? all[0] ?? [];
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-a-workbook', name }, { cause });
  }
}
