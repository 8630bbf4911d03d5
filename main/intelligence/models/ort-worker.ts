/**
 * @file The one thread in which models of onnxruntime run: a run blocks its thread. Requests are served in order.
 *
 * It ends by itself when told to stop; ending it from outside during a run would leave native memory behind.
 */
import { parentPort } from 'node:worker_threads';
import { invariant, isStudioError } from '#foundation/errors.ts';
import type { OrtAnswer, OrtMessage, OrtRequest } from './ort-protocol.ts';
import { OrtSession } from './ort-session.ts';

const sessions = new Map<number, OrtSession>();
const waiting: { readonly id: number; readonly request: OrtRequest }[] = [];
let opened = 0;
let isBusy = false;
let isStopping = false;

parentPort?.on('message', (message: OrtMessage) => {
  if (message === 'stop') {
    isStopping = true;
    waiting.length = 0;
  } else if ('cancel' in message) {
    const at = waiting.findIndex(({ id }) => id === message.cancel);
    if (at >= 0) waiting.splice(at, 1);
  } else waiting.push(message);
  void work();
});

async function work(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  for (let next = waiting.shift(); next && !isStopping; next = waiting.shift()) {
    const { id, request } = next;
    try {
      say(await serve(id, request));
    } catch (error) {
      if (isStudioError(error)) say({ id, refused: { code: error.code, facts: error.facts } });
      else say({ id, failed: (error as Error).message });
    }
    // cancellations that came meanwhile are read before the next one begins
    await new Promise((resolve) => setImmediate(resolve));
  }
  isBusy = false;
  if (!isStopping) return;
  for (const session of sessions.values()) await session.close();
  parentPort?.close();
}

async function serve(id: number, request: OrtRequest): Promise<OrtAnswer> {
  if (request.act === 'open') {
    const session = await OrtSession.open(request.model, request.name, request.options);
    opened += 1;
    sessions.set(opened, session);
    return { id, session: opened, inputs: session.inputs, outputs: session.outputs };
  }
  const session = sessions.get(request.session);
  invariant(session, 'a session is open while it is used');
  if (request.act === 'run') return { id, results: await session.run(request.inputs, request.expected) };
  sessions.delete(request.session);
  await session.close();
  return { id, done: true };
}

function say(answer: OrtAnswer): void {
  const results = 'results' in answer ? Object.values(answer.results) : [];
  parentPort?.postMessage(answer, [...new Set(results.map(({ data }) => data.buffer))]);
}
