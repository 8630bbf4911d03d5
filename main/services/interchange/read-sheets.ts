import readXlsxFile from 'read-excel-file/node';
import { StudioError } from '#foundation/errors.ts';
import type { Cell } from '#perfumery/interchange/cell-text.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/** The rows of every sheet of a workbook, in its order. Refuses what is no workbook, or unpacks to more than `lid` bytes. */
export async function readSheets(
  bytes: Uint8Array,
  name: string,
  lid?: number,
): Promise<readonly (readonly (readonly Cell[])[])[]> {
  const plain = unpackWorkbook(bytes, name, lid);
  try {
    const sheets = await readXlsxFile(Buffer.from(plain));
    return sheets.map(({ data }) => data as unknown as readonly (readonly Cell[])[]);
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-a-workbook', name }, { cause });
  }
}
