/** @file The library as one file, for archives; and how nobody writes while another library takes its place. */
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { WritableDb } from './db.ts';
import { openDb } from './db.ts';
import { migrations } from './migrate.ts';

export interface LibraryArchive {
  /** The version of this library. */
  readonly version: number;
  /** Where it lies. */
  readonly folder: string;
  /** Copies the library to a new file, some pages at a time. */
  copyTo(file: string): Promise<void>;
  /** Refuses to write (`library.being-replaced`) until `act` has settled. Reading goes on. */
  whileReplacing<T>(act: () => Promise<T>): Promise<T>;
}

export function createLibraryArchive(db: WritableDb, folder: string): LibraryArchive {
  return {
    version: migrations.length,
    folder,
    async copyTo(file) {
      await db.backup(file);
      const copy = openDb(file, path.dirname(file));
      copy.pragma('journal_mode = DELETE'); // one file, without its log
      copy.close();
    },
    async whileReplacing(act) {
      db.holdWrites(() => new StudioError('library.being-replaced', { folder }));
      try {
        return await act();
      } finally {
        db.holdWrites(undefined);
      }
    },
  };
}
