import readXlsxFile from 'read-excel-file/node';
import { StudioError } from '#foundation/errors.ts';
import type { Cell } from '#perfumery/interchange/cell-text.ts';
import { isTable } from '#perfumery/interchange/parse-table.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/** The rows of the first sheet that looks like a list of materials, or of the first sheet. Refuses what is no workbook. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<readonly (readonly Cell[])[]> {
  const plain = unpackWorkbook(bytes, name);
  try {
    const sheets = await readXlsxFile(Buffer.from(plain));
    const rows = sheets.map(({ data }) => data as unknown as readonly (readonly Cell[])[]);
    return rows.find(isTable) ?? rows[0] ?? [];
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-a-workbook', name }, { cause });
  }
}
