import Papa from 'papaparse';
import { StudioError } from '#foundation/errors.ts';
import { type Cell, cellText } from '#perfumery/interchange/cell-text.ts';
import { type CompositionFault, readComposition, type Share } from '#perfumery/material/read-composition.ts';
import { decodeText } from '#services/interchange/decode-text.ts';
import { readSheets } from '#services/interchange/read-sheets.ts';
import { roomyLid } from '#services/interchange/unpack-workbook.ts';

export interface CompositionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a table says of one lot, before anything is kept. */
export interface ReadLot {
  readonly shares: readonly Share[];
  readonly faults: readonly CompositionFault[];
}

/** Reads a table (CSV, TSV, XLSX) of substances by CAS and their shares: of a workbook the first sheet that holds any. */
export async function readCompositionFile({ name, bytes }: CompositionFile): Promise<ReadLot> {
  if (bytes.length === 0) throw new StudioError('file.not-understood', { reason: 'empty', name });
  const read = (await tablesOf(name, bytes)).map((rows): ReadLot => {
    const { materials, faults } = readComposition(rows);
    return { shares: [...materials.values()].flat(), faults };
  });
  return read.find(({ shares }) => shares.length > 0) ?? read[0] ?? { shares: [], faults: [] };
}

type Table = readonly (readonly string[])[];

async function tablesOf(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return (await readSheets(bytes, name, roomyLid)).map((rows) => rows.map((row) => row.map(plainText)));
  const text = decodeText(bytes);
  if (text === undefined) throw new StudioError('file.not-understood', { reason: 'encoding', name });
  return [Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] }).data];
}

/** Numbers of workbooks carry binary noise. */
function plainText(cell: Cell): string {
  return cellText(typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell);
}
