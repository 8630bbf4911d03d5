/**
 * @file What takes long, in a thread of its own: reading tables, packing and unpacking archives, and putting one library in
 * the place of another.
 *
 * A table is handed over in pieces, each when it is asked for, so that taking it in never holds up the thread that asks.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import { libraryFile } from '#library/sqlite/open-library.ts';
import { refusalOf } from '#library/sqlite/refusal.ts';
import { checkUnpacked, replaceLibrary } from '#library/sqlite/replace-library.ts';
import { packArchive, unpackArchive } from './archive.ts';
import { readTable } from './read-table.ts';
import type { Job, WorkerAnswer, WorkerOrder } from './run-worker.ts';

const piece = 500;
const say = (answer: WorkerAnswer) => parentPort?.postMessage(answer);

async function run(job: Job): Promise<void> {
  if (job.what === 'pack') return say({ done: packArchive(job.file, job.manifest) });
  if (job.what === 'unpack') return say({ done: unpackAndCheck(job) });
  if (job.what === 'replace') return replace(job);
  const { rows, ...table } = await readTable(job.bytes, job.name);
  let at = 0;
  const next = () => {
    if (at >= rows.length) return say({ done: table });
    say({ rows: rows.slice(at, at + piece), of: rows.length });
    at += piece;
  };
  parentPort?.on('message', next);
  next();
}

function unpackAndCheck({ archive, name, into, known }: Extract<Job, { what: 'unpack' }>) {
  const manifest = unpackArchive(readFileSync(archive), { name, into: libraryFile(into), known });
  try {
    checkUnpacked(into);
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'damaged-archive', name }, { cause });
  }
  return manifest;
}

class Cancelled extends Error {}

async function replace({ folder, unpacked }: Extract<Job, { what: 'replace' }>): Promise<void> {
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
