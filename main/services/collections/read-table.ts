/** @file The bytes of a file as a table of texts, or as the recipe files in it. Slow for long files: it runs in the worker. */
import Papa from 'papaparse';
import { type FileFault, StudioError } from '#foundation/errors.ts';
import { type Cell, cellText } from '#perfumery/interchange/cell-text.ts';
import type { DecimalMark } from '#perfumery/units/written-number.ts';
import { decodeText } from '#services/interchange/decode-text.ts';
import { readSheets } from '#services/interchange/read-sheets.ts';
import { roomyLid } from '#services/interchange/unpack-workbook.ts';

export interface ReadTable {
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The row of the file that the first of `rows` is, counted from 1. */
  readonly firstRow: number;
  readonly mark?: DecimalMark;
  /** Texts of whole recipe files, in place of rows. */
  readonly recipeFiles?: readonly string[];
}

/** The most rows of one collection. */
export const mostRows = 100_000;

/** Reads CSV, TSV, XLSX or JSON. Refuses (`file.not-understood`) what is none of them, or holds no table. */
export async function readTable(bytes: Uint8Array, name: string): Promise<ReadTable> {
  if (bytes.length === 0) throw refusal('empty', name);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tableOf(await sheetOf(bytes, name), name, { format: 'xlsx' });
  if (/\.xlsx?$/i.test(name)) throw refusal('not-a-workbook', name);
  const text = decodeText(bytes);
  if (text === undefined) throw refusal('encoding', name);
  if (/\.json$/i.test(name) || /^\s*[{[]/.test(text)) return fromJson(text, name);
  const { rows, delimiter } = fromCsv(text);
  const mark = delimiter === ';' ? 'comma' : delimiter === ',' ? 'point' : undefined;
  return tableOf(rows, name, { format: 'csv', ...(mark && { mark }) });
}

async function sheetOf(bytes: Uint8Array, name: string): Promise<readonly (readonly Cell[])[]> {
  const sheets = await readSheets(bytes, name, roomyLid);
  return sheets.reduce((most, one) => (one.length > most.length ? one : most), []);
}

/** A quote that is never closed would swallow the rows after it: such a file is read again with quotes as characters. */
function fromCsv(text: string): { readonly rows: readonly (readonly string[])[]; readonly delimiter: string } {
  const delimitersToGuess = [',', '\t', ';', '|'];
  const quoted = Papa.parse<string[]>(text, { delimitersToGuess });
  const hasOpenQuote = quoted.errors.some(({ type }) => type === 'Quotes');
  const { data, meta } = hasOpenQuote ? Papa.parse<string[]>(text, { delimitersToGuess, quoteChar: '\u0000' }) : quoted;
  return { rows: data, delimiter: meta.delimiter };
}

function tableOf(
  cells: readonly (readonly Cell[])[],
  name: string,
  told: Pick<ReadTable, 'format' | 'mark'>,
): ReadTable {
  const texts = cells.map((row) => row.map(cellText));
  const at = texts.slice(0, 15).findIndex((row) => row.filter((text) => /\p{L}/u.test(text)).length >= 2);
  const headings = texts[at];
  if (!headings) throw refusal(texts.some((row) => row.some((text) => text !== '')) ? 'no-columns' : 'empty', name);
  // What ends in a newline, or in a spreadsheet's empty rows, says nothing with them.
  const last = texts.findLastIndex((row) => row.some((text) => text !== ''));
  const rows = texts.slice(at + 1, last + 1);
  if (rows.length > mostRows) throw refusal('too-many-rows', name, String(rows.length));
  return { ...told, headings, rows, firstRow: at + 2 };
}

function fromJson(text: string, name: string): ReadTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'not-json', name }, { cause });
  }
  const items = listIn(value);
  if (items.length === 0) throw refusal('empty', name);
  if (items.length > mostRows) throw refusal('too-many-rows', name, String(items.length));
  if (items.every((item) => item.sillage === 'recipe')) {
    const recipeFiles = items.map((item) => JSON.stringify(item));
    return { format: 'json', headings: [], rows: [], firstRow: 1, recipeFiles };
  }
  const flat = items.map(flattened);
  const headings = [...new Set(flat.flatMap((item) => [...item.keys()]))];
  return {
    format: 'json',
    headings,
    rows: flat.map((item) => headings.map((key) => item.get(key) ?? '')),
    firstRow: 1,
  };
}

/** The objects in it: itself a list, a list under one key, or one object. */
function listIn(value: unknown): readonly Record<string, unknown>[] {
  const isObject = (item: unknown): item is Record<string, unknown> =>
    typeof item === 'object' && item !== null && !Array.isArray(item);
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  if (value.sillage === 'recipe') return [value];
  const list = Object.values(value).find((one) => Array.isArray(one) && one.some(isObject));
  return Array.isArray(list) ? list.filter(isObject) : [value];
}

/** `{ name: { en: 'Rose' } }` as `name en`: Rose; lists with semicolons between, the value of a fact for the fact. */
function flattened(item: Record<string, unknown>): Map<string, string> {
  const texts = new Map<string, string>();
  const put = (key: string, value: unknown, depth: number): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const parts = value.filter((one) => typeof one !== 'object').map((one) => cellText(one as Cell));
      if (parts.length > 0) texts.set(key, parts.join('; '));
    } else if (typeof value === 'object') {
      if ('value' in value) put(key, (value as { value: unknown }).value, depth);
      else if (depth < 3)
        for (const [inner, one] of Object.entries(value)) put(`${key} ${inner}`.trim(), one, depth + 1);
    } else texts.set(key, cellText(value as Cell));
  };
  put('', item, 0);
  return texts;
}

function refusal(reason: FileFault, name: string, detail?: string): StudioError {
  return new StudioError('file.not-understood', { reason, name, ...(detail !== undefined && { detail }) });
}
