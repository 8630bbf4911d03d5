/**
 * @file A thread for what would hold up the window: reading a tokenizer of 250,000 pieces, hashing and rewriting a model of
 * half a gigabyte. Sentences are cut into tokens here too.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { invariant, isStudioError } from '#foundation/errors.ts';
import { rewriteToInt8 } from '#intelligence/training/int8/rewrite-to-int8.ts';
import { readEncoderFolder } from './encoder-folder.ts';
import type { FolderAnswered, FolderAsked, FolderJob, FolderJobs } from './folder-protocol.ts';
import { openSentenceReader, type SentenceReader } from './read-sentences.ts';

let reader: SentenceReader | undefined;

type Do<Job extends FolderJob> = (given: FolderJobs[Job]['given']) => Promise<FolderJobs[Job]['answer']>;
const does: { readonly [Job in FolderJob]: Do<Job> } = {
  look: async (folder) => {
    const found = await readEncoderFolder(folder);
    return { ...found, reads: openSentenceReader(found.recipe.tokenizer, found.name).facts };
  },
  open: async ({ file, name }) => {
    reader = openSentenceReader(file, name);
    return reader.facts;
  },
  read: async ({ texts, most }) => {
    invariant(reader, 'a tokenizer is open while it is asked');
    const { read } = reader;
    const all = texts.map((text) => read(text, most));
    const tokens = new Int32Array(all.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of all) {
      tokens.set(one, at);
      at += one.length;
    }
    return { tokens, lengths: all.map(({ length }) => length) };
  },
  shrink: async ({ from, to }) => {
    const { bytes, replaced } = rewriteToInt8(readFileSync(from));
    if (replaced === 0) return null;
    writeFileSync(`${to}.part`, bytes);
    renameSync(`${to}.part`, to);
    return { bytes: statSync(to).size };
  },
};

parentPort?.on('message', ({ number, job, given }: FolderAsked) => {
  (does[job] as Do<FolderJob>)(given as never).then(
    (done) =>
      say({ number, done }, 'tokens' in (done ?? {}) ? [(done as FolderJobs['read']['answer']).tokens.buffer] : []),
    (error: unknown) => {
      if (isStudioError(error)) say({ number, refused: { code: error.code, facts: error.facts } });
      else say({ number, failed: (error as Error).message });
    },
  );
});

function say(answer: FolderAnswered, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved);
}
