/** @file The library as one file, and one file as the library: for archives. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { WritableDb } from './db.ts';
import { openDb } from './db.ts';
import { backupFolder, migrate, migrations, versionOf } from './migrate.ts';

export interface LibraryArchive {
  /** The version of this library. */
  readonly version: number;
  /** Copies the library to a new file, some pages at a time. */
  copyTo(file: string): Promise<void>;
  /** Brings `library.sqlite` in `folder` up to this version and looks for damage. Throws where there is any. */
  check(folder: string): void;
  /** Puts the rows of a checked file in the place of all that are here, in one transaction. Answers where a backup lies. */
  replaceWith(file: string): string;
}

/** "SILG", as in a library's header. */
const applicationId = 0x53494c47;

export function createLibraryArchive(db: WritableDb, folder: string): LibraryArchive {
  return {
    version: migrations.length,
    async copyTo(file) {
      await db.backup(file);
      const copy = openDb(file, path.dirname(file));
      copy.pragma('journal_mode = DELETE'); // one file, without its log
      copy.close();
    },
    check(unpacked) {
      const other = openDb(path.join(unpacked, 'library.sqlite'), unpacked);
      try {
        const isOurs = Number(other.pragma('application_id', { simple: true })) === applicationId;
        if (!isOurs || versionOf(other) < 1 || versionOf(other) > migrations.length)
          throw damaged(unpacked, 'application id');
        if (other.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(unpacked, 'integrity');
        migrate(other, unpacked);
        const broken = other.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw damaged(unpacked, 'foreign keys');
        if (String(tablesOf(other, 'main')) !== String(tablesOf(db, 'main'))) throw damaged(unpacked, 'tables');
        other.pragma('journal_mode = DELETE');
      } finally {
        other.close();
      }
    },
    replaceWith(file) {
      const backup = backUp(db, folder);
      db.prepare('ATTACH ? AS archive').run(file);
      db.pragma('foreign_keys = OFF'); // they were checked, and rows come in no order of theirs
      try {
        db.write(() => {
          const tables = tablesOf(db, 'main').map(({ name }) => name);
          for (const table of tables) db.exec(`DELETE FROM main."${table}"`);
          for (const table of tables) db.exec(`INSERT INTO main."${table}" SELECT * FROM archive."${table}"`);
        });
      } finally {
        db.pragma('foreign_keys = ON');
        db.exec('DETACH archive');
      }
      return backup;
    },
  };
}

interface Table {
  readonly name: string;
  readonly sql: string;
  toString(): string;
}

function tablesOf(db: Pick<WritableDb, 'prepare'>, schema: 'main' | 'archive'): readonly Table[] {
  return db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name, sql }) => ({ name, sql, toString: () => `${name} ${sql}` }));
}

function backUp(db: WritableDb, folder: string): string {
  mkdirSync(backupFolder(folder), { recursive: true });
  const instant = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = path.join(backupFolder(folder), `${instant}-before-archive.sqlite`);
  db.prepare('VACUUM INTO ?').run(file);
  return file;
}

function damaged(folder: string, detail: string): StudioError {
  return new StudioError('library.damaged', { folder, detail });
}
