/**
 * @file Puts another library file in the place of one that is open elsewhere in this process. Slow: for a thread of its own.
 *
 * The other file is checked and brought up to date where it lies. Then its pages are copied into the library by SQLite's
 * online backup, all in one transaction: whoever reads sees the old library until the last page is there, and a copy that is
 * cancelled, fails or dies with the process has never been. Whoever holds the library open must not write meanwhile.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import { openDb, type WritableDb } from './db.ts';
import { libraryFile } from './library-file.ts';
import { backupFolder, migrate, migrations, versionOf } from './migrate.ts';

/** "SILG", as in a library's header. */
const applicationId = 0x53494c47;
/** What SQLite makes unless told otherwise, and what a library in WAL mode cannot change any more. */
const pageSize = 4096;
const pagesAtOnce = 200;

/** Brings the library in `unpacked` up to this version and looks for damage. Refuses (`library.damaged`) where there is any. */
export function checkUnpacked(unpacked: string): void {
  const db = openDb(libraryFile(unpacked), unpacked);
  try {
    const isOurs = Number(db.pragma('application_id', { simple: true })) === applicationId;
    if (!isOurs || versionOf(db) < 1 || versionOf(db) > migrations.length) throw damaged(unpacked, 'application id');
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(unpacked, 'integrity');
    migrate(db, unpacked);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw damaged(unpacked, 'foreign keys');
    if (String(tablesOf(db)) !== String(tablesOfNew(unpacked))) throw damaged(unpacked, 'tables');
    db.pragma('journal_mode = DELETE');
    if (Number(db.pragma('page_size', { simple: true })) !== pageSize) {
      db.pragma(`page_size = ${pageSize}`);
      db.exec('VACUUM');
    }
  } finally {
    db.close();
  }
}

export interface Replacing {
  /** Of the library that is replaced. */
  readonly folder: string;
  /** Where the one that was checked lies. */
  readonly unpacked: string;
  /** How far it is; `done` and `of` count pages. Throws to cancel. */
  readonly onProgress: (stage: 'backing-up' | 'copying', done: number, of: number) => void;
}

/** Keeps the library as a backup and replaces it, all or nothing. Answers where the backup lies. */
export async function replaceLibrary({ folder, unpacked, onProgress }: Replacing): Promise<string> {
  const backup = await backUp(folder, (done, of) => onProgress('backing-up', done, of));
  const source = openDb(libraryFile(unpacked), unpacked);
  try {
    await copyPages(source, libraryFile(folder), (done, of) => onProgress('copying', done, of));
  } finally {
    source.close();
  }
  const library = openDb(libraryFile(folder), folder);
  try {
    // Or the next to write would have to carry all pages from the log into the file.
    library.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    library.close();
  }
  return backup;
}

async function backUp(folder: string, onProgress: (done: number, of: number) => void): Promise<string> {
  mkdirSync(backupFolder(folder), { recursive: true });
  const instant = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = path.join(backupFolder(folder), `${instant}-before-archive.sqlite`);
  const library = openDb(libraryFile(folder), folder);
  try {
    await copyPages(library, file, onProgress);
    const copy = openDb(file, folder);
    copy.pragma('journal_mode = DELETE'); // one file, without its log
    copy.close();
  } catch (error) {
    for (const part of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(part)) rmSync(part);
    throw error;
  } finally {
    library.close();
  }
  return file;
}

async function copyPages(from: WritableDb, to: string, onProgress: (done: number, of: number) => void): Promise<void> {
  await from.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      onProgress(totalPages - remainingPages, totalPages);
      return pagesAtOnce;
    },
  });
}

function tablesOf(db: Pick<WritableDb, 'prepare'>): readonly string[] {
  return db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name, sql }) => `${name} ${sql}`);
}

function tablesOfNew(folder: string): readonly string[] {
  const db = openDb(':memory:', folder);
  try {
    migrate(db, folder);
    return tablesOf(db);
  } finally {
    db.close();
  }
}

function damaged(folder: string, detail: string): StudioError {
  return new StudioError('library.damaged', { folder, detail });
}
