/**
 * @file What takes long and needs no library, in a thread of its own: reading tables, packing and unpacking archives.
 *
 * A table is handed over in pieces, each when it is asked for, so that taking it in never holds up the thread that asks.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isStudioError } from '#foundation/errors.ts';
import { packArchive, unpackArchive } from './archive.ts';
import { readTable } from './read-table.ts';
import type { Job, WorkerAnswer } from './run-worker.ts';

const piece = 500;
const say = (answer: WorkerAnswer) => parentPort?.postMessage(answer);

async function run(job: Job): Promise<void> {
  if (job.what === 'pack') return say({ done: packArchive(job.file, job.manifest) });
  if (job.what === 'unpack') return say({ done: unpackArchive(job.archive, job) });
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

run(workerData as Job).catch((error: unknown) => {
  if (isStudioError(error)) say({ refused: { code: error.code, facts: error.facts } });
  else throw error;
});
