/**
 * @file The other end of the side thread: what takes long and needs no library, so that the thread that serves the window is
 * never held up. Jobs are done one after another, in the order they were asked for.
 */
import { parentPort } from 'node:worker_threads';
import { isStudioError } from '#foundation/errors.ts';
import { createJudgingDesk } from '#services/regulation/judging-desk.ts';
import type { Answered, Asked, SideJob, SideJobs } from './side-jobs.ts';

type Work = { readonly [Job in SideJob]: (given: SideJobs[Job]['given']) => unknown };

const work: Work = {
  'read-overview': async (given) =>
    (await import('#services/regulation/read-overview-file.ts')).readOverviewFile(given),
  'read-composition': async (given) =>
    (await import('#services/compositions/read-composition-file.ts')).readCompositionFile(given),
  'load-pdf': async () => void (await import('#services/documents/draw-pdf.ts')),
  'draw-pdf': async (given) => (await import('#services/documents/draw-pdf.ts')).drawPdf(given),
  'judge-trials': createJudgingDesk(),
};

async function answer({ number, job, given }: Asked): Promise<Answered> {
  try {
    return { number, done: await work[job](given as never) };
  } catch (error) {
    if (isStudioError(error)) return { number, refused: { code: error.code, facts: error.facts } };
    return { number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let turn = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(asked)));
});
