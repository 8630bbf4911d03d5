/**
 * @file One process to a library. The lock is an open transaction on a file of its own, so the operating system lets go of
 * it when the process dies, however it dies.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import { refusalOf } from './refusal.ts';

export interface LibraryLock {
  release(): void;
}

/** Takes the library in `folder` for this process. Refuses (`library.in-use`) while someone else has it. */
export function lockLibrary(folder: string): LibraryLock {
  let db: Database.Database | undefined;
  try {
    db = new Database(path.join(folder, 'library.lock'), { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    throw refusalOf(error, folder) ?? error;
  }
  const held = db;
  return {
    release() {
      if (held.open) held.close();
    },
  };
}
