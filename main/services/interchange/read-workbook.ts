import type { Cell } from '#perfumery/interchange/cell-text.ts';
import { isTable } from '#perfumery/interchange/parse-table.ts';
import { readSheets } from './read-sheets.ts';

/** The rows of the first sheet that looks like a list of materials, or of the first sheet. Refuses what is no workbook. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<readonly (readonly Cell[])[]> {
  const sheets = await readSheets(bytes, name);
  return sheets.find(isTable) ?? sheets[0] ?? [];
}
