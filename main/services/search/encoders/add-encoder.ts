/** @file Adds a folder to the encoders: it is read, tried, and measured with weights of one byte. Nothing of it is copied. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import { checkInt8 } from '#intelligence/language/imported/check-int8.ts';
import { openFolderThread } from '#intelligence/language/imported/folder-thread.ts';
import { openImportedEncoder } from '#intelligence/language/imported/imported-encoder.ts';
import type { KeptEncoder } from '#services/search/setup/search-setup.ts';
import { stampOf } from './encoder-desk.ts';
import type { EncoderNeeds } from './encoder-needs.ts';

/** `share`: of this stage, 0..1. */
export type AddingStage =
  | { readonly stage: 'reading' | 'trying' }
  | { readonly stage: 'shrinking' | 'comparing'; readonly share: number }
  | { readonly stage: 'done'; readonly id: string };

/** Refuses (`encoder.refused`) a folder without an encoder the studio can use, and (`encoder.busy`) a second one meanwhile. */
export function addEncoder(needs: EncoderNeeds) {
  let busy: string | undefined;
  return async (folder: string, told: (stage: AddingStage) => void, signal: AbortSignal): Promise<KeptEncoder> => {
    if (busy !== undefined) throw new StudioError('encoder.busy', { name: busy });
    busy = path.basename(folder);
    try {
      return await add(needs, folder, { told, signal });
    } finally {
      busy = undefined;
    }
  };
}

interface Telling {
  readonly told: (stage: AddingStage) => void;
  readonly signal: AbortSignal;
}

async function add(
  { setup, ort, int8Folder, encodersChanged, now }: EncoderNeeds,
  asked: string,
  { told, signal }: Telling,
): Promise<KeptEncoder> {
  const folder = path.resolve(asked);
  told({ stage: 'reading' });
  const found = await looked(folder, signal);
  told({ stage: 'trying' });
  const { name, recipe, digest: id } = found;
  const whole = await openImportedEncoder({ id, name, recipe, ort, signal });
  try {
    mkdirSync(int8Folder, { recursive: true });
    const file = path.join(int8Folder, `${id}.onnx`);
    const int8 = await checkInt8(found, { ort, whole, file, told, signal });
    signal.throwIfAborted();
    const { languages, bytes, isInt8, reads } = found;
    const kept: KeptEncoder = {
      id,
      folder,
      name,
      recipe: { ...recipe, inputs: [...recipe.inputs] },
      isInt8,
      bytes,
      dimensions: whole.dimensions,
      languages: [...languages],
      reads: { ko: reads.ko, en: reads.en },
      int8,
      stamp: stampOf(recipe),
      added: now(),
    };
    setup.set({ encoders: [...setup.get().encoders.filter((one) => one.id !== id), kept] });
    encodersChanged.announce();
    told({ stage: 'done', id });
    return kept;
  } finally {
    await whole.close();
  }
}

async function looked(folder: string, signal: AbortSignal) {
  const thread = openFolderThread();
  try {
    return await thread.do('look', folder, signal);
  } finally {
    thread.close();
  }
}
