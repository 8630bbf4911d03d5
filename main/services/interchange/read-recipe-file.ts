import Papa from 'papaparse';
import { type FileFault, StudioError } from '#foundation/errors.ts';
import { type LineId, newId } from '#foundation/ids.ts';
import type { MaterialLibrary } from '#library/material-library.ts';
import type { TrialStore } from '#library/sqlite/trial-store.ts';
import { type Cell, cleanText } from '#perfumery/interchange/cell-text.ts';
import { parseTable } from '#perfumery/interchange/parse-table.ts';
import { recipeFileVersion } from '#perfumery/interchange/recipe-file.ts';
import { understandRecipeFile } from '#perfumery/interchange/understand-recipe-file.ts';
import type { FileFormat, Understood } from '#perfumery/interchange/understood.ts';
import type { DecimalMark } from '#perfumery/units/written-number.ts';
import { decodeText } from './decode-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { anyRecipeFile, checkRecipeFile } from './recipe-file-shape.ts';

export interface ReadingNeeds {
  readonly materials: Pick<MaterialLibrary, 'all'>;
  readonly trials: Pick<TrialStore, 'find'>;
}

/** The largest file that is read, in bytes. */
export const mostBytes = 10_000_000;

/** Says what a file (JSON, CSV, TSV, XLSX) means in this library, and keeps nothing. Refuses with `file.…` codes. */
export function readRecipeFile(needs: ReadingNeeds) {
  return async (file: File): Promise<Understood> => {
    const { name, size } = file;
    if (size > mostBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostBytes });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) throw refusal('empty', name);
    if (isZip(bytes) || isOldWorkbook(bytes) || /\.xlsx?$/i.test(name)) {
      if (!isZip(bytes)) throw refusal('not-a-workbook', name);
      return understoodTable(await readWorkbook(bytes, name), needs, { name, format: 'xlsx' });
    }
    const text = decodeText(bytes);
    if (text === undefined) throw refusal('encoding', name);
    if (/\.json$/i.test(name) || /^\s*[{[]/.test(text)) return understoodJson(text, needs, name);
    const { rows, delimiter } = readCsv(text);
    return understoodTable(rows, needs, { name, format: 'csv', ...markOf(delimiter) });
  };
}

function understoodJson(text: string, { materials, trials }: ReadingNeeds, name: string): Understood {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-json', name }, { cause });
  }
  const ours = anyRecipeFile.safeParse(value);
  if (!ours.success) throw refusal('not-a-recipe', name);
  if (ours.data.version > recipeFileVersion) throw refusal('newer-schema', name, String(ours.data.version));
  const checked = checkRecipeFile(value);
  if ('issues' in checked) throw refusal('not-a-recipe', name, checked.issues.join('; '));
  return understandRecipeFile(checked.file, {
    materials: materials.all(),
    newLineId: () => newId<LineId>(),
    trialFormula: (id) => trials.find(id)?.formula,
    name,
  });
}

/** A quote that is never closed would swallow the rows after it: such a file is read again with quotes as mere characters. */
function readCsv(text: string): { readonly rows: readonly (readonly string[])[]; readonly delimiter: string } {
  const delimitersToGuess = [',', '\t', ';', '|'];
  const { data, meta, errors } = Papa.parse<string[]>(text, { delimitersToGuess });
  if (!errors.some(({ type }) => type === 'Quotes')) return { rows: data, delimiter: meta.delimiter };
  const bare = Papa.parse<string[]>(text, { delimitersToGuess, quoteChar: '\u0000' });
  const rows = bare.data.map((row) => row.map((cell) => cell.replace(/^"|"$/g, '')));
  return { rows, delimiter: bare.meta.delimiter };
}

interface TableFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly mark?: DecimalMark;
}

function understoodTable(rows: readonly (readonly Cell[])[], { materials }: ReadingNeeds, file: TableFile): Understood {
  const { name, format, mark } = file;
  const table = parseTable(rows, {
    materials: materials.all(),
    newLineId: () => newId<LineId>(),
    name,
    ...(mark && { mark }),
  });
  const { lines, matched, notUnderstood, ignored } = table;
  const title = cleanText(name.replace(/\.[^.]*$/, '')).slice(0, 200);
  const isKorean = /\p{Script=Hangul}/u.test(title);
  return {
    name: isKorean ? { en: '', ko: title } : { en: title, ko: '' },
    brief: '',
    format,
    formula: { lines },
    matched,
    notUnderstood,
    ...(ignored.length > 0 && { ignored }),
    trials: [],
  };
}

/** Semicolons divide cells where commas divide decimals, and the other way round. */
function markOf(delimiter: string): { mark?: DecimalMark } {
  if (delimiter === ';') return { mark: 'comma' };
  return delimiter === ',' ? { mark: 'point' } : {};
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

function isOldWorkbook([first, second]: Uint8Array): boolean {
  return first === 0xd0 && second === 0xcf;
}

function refusal(reason: FileFault, name: string, detail?: string): StudioError {
  return new StudioError('file.not-understood', { reason, name, ...(detail !== undefined && { detail }) });
}
