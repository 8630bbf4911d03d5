import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import { usualSettings } from '#intelligence/models/model-settings.ts';
import type { ModelOrigin, StoredModel } from '#library/sqlite/model-store.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, nameOf } from './stored-model.ts';

export interface NewModel {
  readonly path: string;
  readonly label: string;
  readonly origin: ModelOrigin;
  readonly sha256?: string | undefined;
}

/** Puts a file on the shelf; it stays where it is. Refuses (`model.refused`, with why) what llama.cpp must not see. */
export function addModel(needs: ShelfNeeds) {
  return async (written: string): Promise<StoredModel> => {
    const text = written.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (!path.isAbsolute(text)) throw new StudioError('model.invalid', { reason: 'path', text: written });
    const real = await realpath(text).catch(() => undefined);
    if (real === undefined) throw new StudioError('model.file-gone', { name: text });
    if (!(await stat(real)).isFile()) throw new StudioError('model.invalid', { reason: 'not-gguf', text: written });
    return putOnShelf(needs, { path: real, label: path.basename(text), origin: 'file' });
  };
}

/** The same for a file that was found or fetched. One that is there already is looked at again and keeps its settings. */
export async function putOnShelf(needs: ShelfNeeds, { sha256, ...found }: NewModel): Promise<StoredModel> {
  const before = needs.models.at(found.path);
  const seen = await needs.inspector.inspect(found.path);
  if (seen.verdict.kind === 'refused') {
    const { reason, detail } = seen.verdict;
    throw new StudioError('model.refused', { name: found.label, reason, detail });
  }
  const stored: StoredModel = {
    settings: usualSettings,
    speed: null,
    backend: null,
    added: needs.now(),
    used: null,
    ...before,
    id: before?.id ?? newId<string>(),
    ...found,
    ...(before && { origin: before.origin, label: before.label }),
    seen,
    sha256: sha256 ?? before?.sha256 ?? null,
  };
  needs.write(() => needs.models.put(stored));
  needs.shelfChanged.announce();
  return stored;
}

/** Models that are the same file twice, by content where that is known, else by fingerprint; the first added counts as the one. */
export function duplicatesAmong(models: readonly StoredModel[]): ReadonlyMap<string, string> {
  const first = new Map<string, StoredModel>();
  const duplicates = new Map<string, string>();
  for (const model of models) {
    const seen = inspectionOf(model);
    const key = seen && `${seen.bytes} ${seen.fingerprint}`;
    const original = key === undefined ? undefined : first.get(key);
    if (original) duplicates.set(model.id, nameOf(original));
    else if (key !== undefined) first.set(key, model);
  }
  return duplicates;
}
