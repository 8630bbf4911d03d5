/**
 * @file Where the process of the models begins, forked by Node or as Electron's utility process.
 *
 * llama.cpp lives here and nowhere else: a bad file, a bad driver or want of memory may end this process at any moment, and
 * the studio goes on.
 */
import { writeSync } from 'node:fs';
import type { FromHost, ToHost } from './host-protocol.ts';
import { serveModels } from './serve-models.ts';

/** Electron's end of the channel, without Electron's types: `message` events carry what was posted in `data`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', read: (event: { readonly data: ToHost }) => void): void;
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };

process.on('disconnect', () => process.exit(0)); // nobody is left to work for
serveModels({
  send: (message: FromHost) => {
    if (parentPort) parentPort.postMessage(message);
    else process.send?.(message);
  },
  onMessage: (read) => {
    if (parentPort) parentPort.on('message', ({ data }) => read(data));
    else process.on('message', (message) => read(message as ToHost));
  },
  note: (line) => {
    try {
      writeSync(2, `${line}\n`);
    } catch {
      // A full or closed pipe must not end an answer.
    }
  },
});
