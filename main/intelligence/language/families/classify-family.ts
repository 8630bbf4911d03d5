/** @file The odour family of a description, by a small head on the encoder's vectors, trained by us (`npm run train:encoder`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { OrtClient } from '#intelligence/models/ort-client.ts';
import type { Family } from '#perfumery/material/material.ts';
import type { SentenceEncoder } from '../sentence-encoder.ts';

export interface FamilyShare {
  readonly family: Family;
  /** 0..1; all shares add up to 1. */
  readonly share: number;
}

export interface FamilyManifest {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly families: readonly Family[];
  /** The id of the encoder whose vectors it reads. */
  readonly encoder: string;
}

/** Families of each text, the likeliest first. With `among`, only those are considered. */
export type ClassifyFamily = (
  texts: readonly string[],
  how?: { readonly among?: readonly Family[]; readonly signal?: AbortSignal },
) => Promise<readonly (readonly FamilyShare[])[]>;

/** Opens the head in `folder`. Refuses (`model.load-failed`) a damaged one, and one for another encoder. */
export async function openFamilyClassifier(
  folder: string,
  ort: OrtClient,
  encoder: SentenceEncoder,
): Promise<ClassifyFamily> {
  const { manifest, bytes } = await readHead(folder);
  const refusal = (detail: string) => new StudioError('model.load-failed', { name: manifest.id, detail });
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.sha256) throw refusal('the file is damaged');
  if (manifest.encoder !== encoder.id) throw refusal(`it reads vectors of ${manifest.encoder}`);
  const { families } = manifest;
  const model = await ort.open(bytes, manifest.id);
  return async (texts, { among = families, signal } = {}) => {
    if (texts.length === 0) return [];
    const vectors = await encoder.encode(texts, 'query', signal);
    const { logits } = await model.run(
      { x: { type: 'float32', shape: [texts.length, encoder.dimensions], data: new Float32Array(vectors) } },
      { expected: { logits: { type: 'float32', shape: [texts.length, families.length] } }, signal },
    );
    const all = logits?.data as Float32Array;
    return texts.map((_, row) =>
      sharesOf(families, all.subarray(row * families.length, (row + 1) * families.length), among),
    );
  };
}

async function readHead(folder: string): Promise<{ readonly manifest: FamilyManifest; readonly bytes: Uint8Array }> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as FamilyManifest;
    return { manifest, bytes: await readFile(path.join(folder, manifest.file)) };
  } catch (error) {
    throw new StudioError('model.load-failed', { name: 'families', detail: 'it cannot be read' }, { cause: error });
  }
}

function sharesOf(families: readonly Family[], logits: Float32Array, among: readonly Family[]): readonly FamilyShare[] {
  const chosen = families.flatMap((family, at) =>
    among.includes(family) ? [{ family, logit: logits[at] as number }] : [],
  );
  const most = Math.max(...chosen.map(({ logit }) => logit));
  const shares = chosen.map(({ family, logit }) => ({ family, share: Math.exp(logit - most) }));
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return shares.map(({ family, share }) => ({ family, share: share / all })).sort((a, b) => b.share - a.share);
}
