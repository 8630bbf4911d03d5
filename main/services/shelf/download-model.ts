/**
 * @file Fetches a model the perfumer named by its address: the one act of the studio that leaves the machine, so it is asked for
 * each time, goes on where it was broken off, and puts the file on the shelf only when it is whole and sound.
 */
import { access, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import { checkedDownload, downloadFile, fileNameFor } from '#intelligence/models/download-file.ts';
import type { StoredDownload } from '#library/sqlite/model-download-store.ts';
import { putOnShelf } from './add-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

export type DownloadingStage =
  | { readonly stage: 'begun'; readonly downloadId: string; readonly path: string }
  | {
      readonly stage: 'receiving' | 'checking';
      readonly done: number;
      readonly total: number | null;
      readonly perSecond: number;
    }
  | { readonly stage: 'stopped' }
  | { readonly stage: 'done'; readonly modelId: string; readonly sha256: string };

export interface WantedDownload {
  readonly url: string;
  readonly sha256?: string | undefined;
  /** Where the file goes; the studio's own folder where left out. */
  readonly folder?: string | undefined;
}

/** Begins a download. Leaving the stream does not stop it: `stopDownload` does. */
export function downloadModel(needs: ShelfNeeds) {
  return async function* (wanted: WantedDownload): AsyncGenerator<DownloadingStage> {
    const { url, sha256 } = checkedDownload(wanted.url, wanted.sha256);
    const folder = wanted.folder === undefined ? needs.modelsFolder : await folderAt(wanted.folder);
    const stored: StoredDownload = {
      id: newId<string>(),
      url: url.href,
      path: await freePath(needs, folder, fileNameFor(url), url.href),
      sha256: sha256 ?? null,
      received: 0,
      total: null,
      refusal: null,
      began: needs.now(),
    };
    yield* run(needs, stored);
  };
}

/** Goes on with one that was stopped or failed. Asked for like a new one. */
export function resumeDownload(needs: ShelfNeeds) {
  return async function* (downloadId: string): AsyncGenerator<DownloadingStage> {
    const stored = needs.modelDownloads.find(downloadId);
    if (!stored) throw new StudioError('model.not-found', { modelId: downloadId });
    if (needs.downloads.now(downloadId)) throw new StudioError('model.busy', { name: path.basename(stored.path) });
    yield* run(needs, { ...stored, refusal: null });
  };
}

/** Stops one and forgets it, with the part that came. */
export function forgetDownload(needs: ShelfNeeds) {
  return async (downloadId: string): Promise<void> => {
    needs.downloads.stop(downloadId);
    const stored = needs.modelDownloads.find(downloadId);
    if (!stored) return;
    needs.write(() => needs.modelDownloads.remove(downloadId));
    await Promise.all([`${stored.path}.part`, `${stored.path}.part.json`].map((file) => rm(file, { force: true })));
    needs.shelfChanged.announce();
  };
}

async function* run(needs: ShelfNeeds, stored: StoredDownload): AsyncGenerator<DownloadingStage> {
  const { id } = stored;
  const keep = (over: Partial<StoredDownload>) => needs.write(() => needs.modelDownloads.put({ ...stored, ...over }));
  const signal = needs.downloads.begin(id);
  keep({});
  needs.shelfChanged.announce();
  yield { stage: 'begun', downloadId: id, path: stored.path };
  let [received, total]: [number, number | null] = [stored.received, stored.total];
  try {
    const wanted = { url: stored.url, into: stored.path, ...(stored.sha256 !== null && { sha256: stored.sha256 }) };
    for await (const stage of downloadFile(wanted, signal)) {
      if (stage.stage === 'asking') continue;
      if (stage.stage === 'done') {
        const { path: file } = stage;
        const model = await putOnShelf(needs, {
          path: await realpath(file),
          label: path.basename(file),
          origin: 'download',
          sha256: stage.sha256,
        }).catch(async (error: unknown) => {
          await rm(file, { force: true }); // what is no model is of no use to anybody
          throw error;
        });
        needs.downloads.end(id);
        needs.write(() => needs.modelDownloads.remove(id));
        needs.shelfChanged.announce();
        yield { stage: 'done', modelId: model.id, sha256: stage.sha256 };
        return;
      }
      const now =
        stage.stage === 'receiving'
          ? { stage: stage.stage, done: stage.received, total: stage.total, perSecond: stage.perSecond }
          : { stage: stage.stage, done: stage.checked, total: stage.total, perSecond: 0 };
      if (stage.stage === 'receiving') [received, total] = [stage.received, stage.total];
      needs.downloads.tell(id, now);
      needs.shelfChanged.announce();
      yield now;
    }
  } catch (error) {
    if (signal.aborted) {
      if (needs.modelDownloads.find(id)) keep({ received, total });
      yield { stage: 'stopped' };
      return;
    }
    const refusal = isStudioError(error) ? { code: error.code, facts: error.facts } : { code: 'internal', facts: {} };
    keep({ received, total, refusal });
    throw error;
  } finally {
    needs.downloads.end(id);
    needs.shelfChanged.announce();
  }
}

async function folderAt(text: string): Promise<string> {
  const found = path.isAbsolute(text) ? await stat(text).catch(() => undefined) : undefined;
  if (!found?.isDirectory()) throw new StudioError('model.invalid', { reason: 'folder', text });
  return realpath(text);
}

/** A name nobody has yet; one that was half fetched from the same address goes on. */
async function freePath({ modelDownloads }: ShelfNeeds, folder: string, name: string, url: string): Promise<string> {
  const taken = modelDownloads.all();
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, number === 1 ? name : name.replace(/\.gguf$/, `-${number}.gguf`));
    const other = taken.find((one) => one.path === file);
    if (other && other.url !== url) continue;
    const isFree = await access(file).then(
      () => false,
      () => true,
    );
    if (isFree) return file;
  }
}
