/**
 * @file Whether an imported encoder still means the same with weights of one byte: real weights have outliers, so it is
 * measured on sentences of the kind that are searched, in both languages, before it is offered.
 */
import { existsSync, statSync } from 'node:fs';
import type { OrtClient } from '#intelligence/models/ort-client.ts';
import { meanCosine } from '#intelligence/training/int8/mean-cosine.ts';
import type { EncoderFolder } from './encoder-folder.ts';
import { openFolderThread } from './folder-thread.ts';
import { type ImportedEncoder, openImportedEncoder } from './imported-encoder.ts';
import { probeSentences } from './probe-sentences.ts';

/** What weights of one byte would be like. */
export interface Int8Offer {
  readonly file: string;
  /** Who made them: the studio, or whoever made the folder. */
  readonly by: 'studio' | 'folder';
  readonly bytes: number;
  /** Between the vectors of the probe sentences as it came and with one byte: the mean, and that of the worst sentence. */
  readonly mean: number;
  readonly lowest: number;
}

/** Below this cosine of any sentence they are not offered. */
export const leastCosine = 0.98;
/** Bytes. A longer file cannot be held in one piece. */
const mostToRewrite = 1.9e9;

export type Int8Stage = { readonly stage: 'shrinking' | 'comparing'; readonly share: number };

interface Checking {
  readonly ort: OrtClient;
  /** As it came, open. */
  readonly whole: ImportedEncoder;
  /** Where the studio may write its own. */
  readonly file: string;
  readonly told: (stage: Int8Stage) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes weights of one byte, or takes those of the folder where that fails, and compares. Null where there are none. Whether
 * they are good enough is `isClose`.
 */
export async function checkInt8(
  found: Pick<EncoderFolder, 'name' | 'recipe' | 'ownInt8' | 'bytes' | 'hasOtherFiles' | 'isInt8'>,
  { ort, whole, file, told, signal }: Checking,
): Promise<Int8Offer | null> {
  if (found.isInt8) return null;
  const asItCame = await vectorsOf(whole, (share) => told({ stage: 'comparing', share: share / 2 }), signal);
  let best: Int8Offer | null = null;
  for (const by of ['studio', 'folder'] as const) {
    const small = by === 'folder' ? found.ownInt8 : await shrunk(found, { file, told, signal });
    if (small === null) continue;
    const offer = await compared(found, { small, by, told: asItCame, ort, telling: told, signal });
    if (offer && (!best || offer.lowest > best.lowest)) best = offer;
    if (best && isClose(best)) break;
  }
  return best;
}

export function isClose({ mean, lowest }: Pick<Int8Offer, 'mean' | 'lowest'>): boolean {
  return mean > leastCosine && lowest > leastCosine;
}

async function shrunk(
  { recipe, bytes, hasOtherFiles }: Pick<EncoderFolder, 'recipe' | 'bytes' | 'hasOtherFiles'>,
  { file, told, signal }: Pick<Checking, 'file' | 'told' | 'signal'>,
): Promise<string | null> {
  if (hasOtherFiles || bytes > mostToRewrite) return null;
  told({ stage: 'shrinking', share: 0 });
  try {
    return (await makeInt8(recipe.model, file, signal)) ? file : null;
  } catch (error) {
    if (signal.aborted) throw error;
    return null; // a graph that cannot be rewritten is used as it is
  }
}

/** Writes `model` with weights of one byte to `file`, unless it lies there. False where none of its weights can be. */
export async function makeInt8(model: string, file: string, signal: AbortSignal): Promise<boolean> {
  if (existsSync(file)) return true;
  const thread = openFolderThread();
  try {
    return (await thread.do('shrink', { from: model, to: file }, signal)) !== null;
  } finally {
    thread.close();
  }
}

interface Comparing {
  readonly small: string;
  readonly by: Int8Offer['by'];
  readonly told: Float32Array;
  readonly ort: OrtClient;
  readonly telling: (stage: Int8Stage) => void;
  readonly signal: AbortSignal;
}

async function compared(
  { name, recipe }: Pick<EncoderFolder, 'name' | 'recipe'>,
  { small, by, told, ort, telling, signal }: Comparing,
): Promise<Int8Offer | null> {
  let encoder: ImportedEncoder | undefined;
  try {
    encoder = await openImportedEncoder({ id: `${name} int8`, name, recipe: { ...recipe, model: small }, ort, signal });
    const vectors = await vectorsOf(
      encoder,
      (share) => telling({ stage: 'comparing', share: 0.5 + share / 2 }),
      signal,
    );
    const { dimensions } = encoder;
    if (vectors.length !== told.length) return null;
    const each = Array.from({ length: vectors.length / dimensions }, (_, row) => {
      const of = (all: Float32Array) => all.subarray(row * dimensions, (row + 1) * dimensions);
      return meanCosine(of(told), of(vectors), dimensions);
    });
    const mean = meanCosine(told, vectors, dimensions);
    return { file: small, by, bytes: statSync(small).size, mean, lowest: Math.min(...each) };
  } catch (error) {
    if (signal.aborted) throw error;
    return null; // weights that do not even run are no offer
  } finally {
    await encoder?.close();
  }
}

/** One sentence after another, so that it can be seen and stopped. */
async function vectorsOf(
  encoder: ImportedEncoder,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Float32Array> {
  const all = new Float32Array(probeSentences.length * encoder.dimensions);
  for (const [place, [as, text]] of probeSentences.entries()) {
    signal.throwIfAborted();
    all.set(await encoder.encode([text], as, signal), place * encoder.dimensions);
    told((place + 1) / probeSentences.length);
  }
  return all;
}
