import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import { type KnownFolder, knownFolders } from '#intelligence/models/scan-folder.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

export interface FolderListing {
  readonly path: string;
  /** null at the top. */
  readonly parent: string | null;
  readonly folders: readonly string[];
  /** Model files, with their size in bytes. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Where other programs keep models on this machine. */
  readonly known: readonly KnownFolder[];
}

const most = 2000;

/** What lies in a folder, as far as this machine's user may read it: folders and model files, nothing else, no contents. */
export function browseFolder({ surroundings }: Pick<ShelfNeeds, 'surroundings'>) {
  return async (wanted?: string): Promise<FolderListing> => {
    const text = wanted ?? surroundings.home;
    const refusal = new StudioError('model.invalid', { reason: 'folder', text });
    if (!path.isAbsolute(text)) throw refusal;
    const at = await realpath(text).catch(() => undefined);
    const entries = at === undefined ? undefined : await readdir(at, { withFileTypes: true }).catch(() => undefined);
    if (at === undefined || !entries) throw refusal;
    const shown = entries
      .filter(({ name }) => !name.startsWith('.') || /^\.(lmstudio|cache|ollama)$/.test(name))
      .slice(0, most);
    const folders: string[] = [];
    const files: { name: string; bytes: number }[] = [];
    for (const entry of shown) {
      if (entry.isDirectory() || (await leadsToFolder(at, entry))) folders.push(entry.name);
      else if (/\.gguf$/i.test(entry.name)) {
        const found = await stat(path.join(at, entry.name)).catch(() => undefined);
        if (found?.isFile()) files.push({ name: entry.name, bytes: found.size });
      }
    }
    const parent = path.dirname(at);
    const byName = (a: string, b: string) => a.localeCompare(b);
    return {
      path: at,
      parent: parent === at ? null : parent,
      folders: folders.toSorted(byName),
      files: files.toSorted((a, b) => byName(a.name, b.name)),
      known: await knownFolders(surroundings),
    };
  };
}

async function leadsToFolder(at: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  const found = await stat(path.join(at, entry.name)).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
