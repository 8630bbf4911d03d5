/**
 * @file The inside of an XLSX file, unpacked with a lid on it.
 *
 * What a zip says about its sizes can be a lie, so bytes are counted as they come out, and unpacking stops at the limit.
 * What comes out is packed anew without compression: the reader of workbooks sees only what was counted here.
 */
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { StudioError } from '#foundation/errors.ts';

const mostEntries = 1000;
/** Read on the thread that serves the window. */
const usualLid = 64 * 1024 * 1024;
/** Read in a thread of its own: a workbook of 32 MiB seldom unpacks to more. */
export const roomyLid = 128 * 1024 * 1024;
/** Text of spreadsheets packs to a tenth, seldom to a fiftieth. Small files are let be. */
const mostRatio = 200;
const ratioMatters = 4 * 1024 * 1024;

/** A plain zip with the parts of the workbook. Refuses (`file.not-understood`) with `bomb` or `not-a-workbook`. */
export function unpackWorkbook(bytes: Uint8Array, name: string, lid = usualLid): Uint8Array {
  const most = Math.min(lid, Math.max(ratioMatters, bytes.length * mostRatio));
  const bomb = (detail: string) => new StudioError('file.not-understood', { reason: 'bomb', name, detail });
  const parts = new Map<string, Uint8Array[]>();
  let [entries, total] = [0, 0];
  let broken: unknown;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > mostEntries) throw bomb('entries');
    if ((entry.originalSize ?? 0) > most) throw bomb('size');
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, chunks);
    entry.ondata = (error, chunk) => {
      if (error) broken ??= error;
      else {
        total += chunk.length;
        if (total > most) throw bomb('size');
        if (isWanted(entry.name)) chunks.push(chunk);
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In small pieces, so that a bomb is noticed while it goes off.
    const piece = 16 * 1024;
    for (let at = 0; at < bytes.length && !broken; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    }
  } catch (error) {
    broken ??= error;
  }
  // The unzipper hands what is thrown in `ondata` back to it as an error.
  if (broken instanceof StudioError) throw broken;
  if (broken || !parts.has('xl/workbook.xml')) {
    const cause = broken instanceof Error ? { cause: broken } : {};
    throw new StudioError('file.not-understood', { reason: 'not-a-workbook', name }, cause);
  }
  const wanted = [...parts].filter(([path]) => isWanted(path));
  return zipSync(Object.fromEntries(wanted.map(([path, chunks]) => [path, joined(chunks)])), { level: 0 });
}

/** Pictures, macros and the like are no business of a recipe. */
function isWanted(path: string): boolean {
  return /\.(xml|rels)$/i.test(path) && path !== '__proto__';
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
