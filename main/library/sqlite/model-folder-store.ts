/** @file Folders that are looked through for models, on disk. */
import type { WritableDb } from './db.ts';

export interface StoredFolder {
  readonly path: string;
  /** ISO instants; `looked` is null until it was looked through to the end. */
  readonly added: string;
  readonly looked: string | null;
  /** Models found there last. */
  readonly found: number;
}

export interface ModelFolderStore {
  all(): readonly StoredFolder[];
  put(folder: StoredFolder): void;
  remove(path: string): void;
}

export function createModelFolderStore(db: WritableDb): ModelFolderStore {
  const all = db.prepare<[], StoredFolder>('SELECT * FROM model_folder ORDER BY added, path');
  const put = db.prepare(`
    INSERT INTO model_folder (path, added, looked, found) VALUES (@path, @added, @looked, @found)
    ON CONFLICT (path) DO UPDATE SET looked = @looked, found = @found`);
  const remove = db.prepare('DELETE FROM model_folder WHERE path = ?');
  return {
    all: () => all.all(),
    put: (folder) => void put.run(folder),
    remove: (path) => void remove.run(path),
  };
}
