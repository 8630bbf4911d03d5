/** @file Looks at model files in a thread of its own: a vocabulary of 150,000 words takes half a second to check. */
import { parentPort } from 'node:worker_threads';
import { isStudioError } from '#foundation/errors.ts';
import { inspectAdapter, inspectModel } from './inspect-model.ts';
import type { InspectAnswer, InspectAsk } from './inspector.ts';

const say = (answer: InspectAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', ({ id, path, base }: InspectAsk) => {
  const looked = base === undefined ? inspectModel(path) : inspectAdapter(path, base);
  looked.then(
    (done) => say({ id, done }),
    (error: unknown) => {
      if (isStudioError(error)) say({ id, refused: { code: error.code, facts: error.facts } });
      else say({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
