/** @file The encoder that ships: trained by us on lexicon and catalogue (`npm run train:encoder`), run in the ORT worker. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { OrtClient } from '#intelligence/models/ort-client.ts';
import type { SentenceEncoder } from '../sentence-encoder.ts';
import { type EncoderManifest, readingSignature } from './encoder-manifest.ts';
import { runEncoder } from './run-encoder.ts';

/** Opens the encoder in `folder`. Refuses (`model.load-failed`) one that is damaged or was trained for other code. */
export async function openShippedEncoder(folder: string, ort: OrtClient): Promise<SentenceEncoder> {
  const manifest = await readManifest(folder);
  const { id, file, sha256, dimensions, reading } = manifest;
  // as bytes, because onnxruntime cannot look into the archive of the packaged program
  const bytes = await readFile(path.join(folder, file)).catch((error: unknown) => {
    throw refusal(id, 'the file cannot be read', error);
  });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw refusal(id, 'the file is damaged');
  if (reading !== readingSignature()) throw refusal(id, 'it was trained for another way to read texts');
  const model = await ort.open(bytes, id);
  return {
    id: `${id}@${sha256.slice(0, 12)}`,
    dimensions,
    encode: (texts, _as, signal) => {
      signal?.throwIfAborted();
      return runEncoder(texts, (inputs, expected) => model.run(inputs, { expected, signal }));
    },
  };
}

export async function readManifest(folder: string): Promise<EncoderManifest> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as EncoderManifest;
  } catch (error) {
    throw refusal('encoder', 'there is no manifest', error);
  }
}

function refusal(name: string, detail: string, cause?: unknown): StudioError {
  return new StudioError('model.load-failed', { name, detail }, { cause });
}
