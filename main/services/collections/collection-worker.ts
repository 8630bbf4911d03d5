/**
 * @file What takes long, in a thread of its own: reading tables, packing and unpacking archives, and putting one library in
 * the place of another.
 *
 * Each job loads only what it needs. A table is handed over in pieces, each when it is asked for, so that taking it in never
 * holds up the thread that asks.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import type { Job, WorkerAnswer, WorkerOrder } from './run-worker.ts';

const piece = 500;
const say = (answer: WorkerAnswer) => parentPort?.postMessage(answer);

async function run(job: Job): Promise<void> {
  if (job.what === 'pack') return pack(job);
  if (job.what === 'unpack') return unpackAndCheck(job);
  if (job.what === 'replace') return replace(job);
  return read(job);
}

async function read({ bytes, name }: Extract<Job, { what: 'read' }>): Promise<void> {
  const { readTable } = await import('./read-table.ts');
  const { rows, ...table } = await readTable(bytes, name);
  let at = 0;
  const next = () => {
    if (at >= rows.length) return say({ done: table });
    say({ rows: rows.slice(at, at + piece), of: rows.length });
    at += piece;
  };
  parentPort?.on('message', next);
  next();
}

async function pack({ file, manifest }: Extract<Job, { what: 'pack' }>): Promise<void> {
  const { packArchive } = await import('./archive.ts');
  say({ done: packArchive(file, manifest) });
}

async function unpackAndCheck({ archive, name, into, known }: Extract<Job, { what: 'unpack' }>): Promise<void> {
  const { unpackArchive } = await import('./archive.ts');
  const { libraryFile } = await import('#library/sqlite/library-file.ts');
  const { checkUnpacked } = await import('#library/sqlite/replace-library.ts');
  const manifest = unpackArchive(readFileSync(archive), { name, into: libraryFile(into), known });
  try {
    checkUnpacked(into);
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'damaged-archive', name }, { cause });
  }
  say({ done: manifest });
}

class Cancelled extends Error {}

async function replace({ folder, unpacked }: Extract<Job, { what: 'replace' }>): Promise<void> {
  const { replaceLibrary } = await import('#library/sqlite/replace-library.ts');
  const { refusalOf } = await import('#library/sqlite/refusal.ts');
  let isCancelled = false;
  const onOrder = (order: WorkerOrder) => {
    isCancelled ||= order === 'cancel';
  };
  parentPort?.on('message', onOrder);
  try {
    const backup = await replaceLibrary({
      folder,
      unpacked,
      onProgress(stage, done, of) {
        if (isCancelled) throw new Cancelled();
        say({ progress: { stage, done, of } });
      },
    });
    say({ done: backup });
  } catch (error) {
    if (error instanceof Cancelled) return say({ cancelled: true });
    throw refusalOf(error, folder) ?? error;
  }
}

run(workerData as Job).catch((error: unknown) => {
  if (isStudioError(error)) say({ refused: { code: error.code, facts: error.facts } });
  else throw error;
});
