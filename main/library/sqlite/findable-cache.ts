/**
 * @file What was made findable, kept so that the next start need not judge and evaporate every formula again.
 *
 * A file of its own outside the library: it holds nothing that cannot be made again, so a damaged one is thrown away, and
 * nothing waits for the disk.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

export interface CachedSource {
  /** `material:…`, `recipe:…`, `trial:…` */
  readonly source: string;
  /** Changes whenever what was made of the source would. */
  readonly stamp: string;
  /** JSON. */
  readonly found: string;
}

export interface FindableCache {
  /** At most `limit`, by source, after `after`. */
  page(after: string, limit: number): readonly CachedSource[];
  put(sources: readonly CachedSource[]): void;
  drop(sources: readonly string[]): void;
  close(): void;
}

/** Changes whenever rows of an older file cannot be read any more. */
const format = 1;

/** Opens the cache in `folder`; makes an empty one where there is none, or none that can be read. */
export function openFindableCache(folder: string): FindableCache {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'findable.sqlite');
  try {
    return cacheOn(open(file));
  } catch {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true, recursive: true });
    return cacheOn(open(file));
  }
}

function open(file: string): Database.Database {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version !== format) db.exec('DROP TABLE IF EXISTS source');
    db.exec(`
      CREATE TABLE IF NOT EXISTS source (
        source TEXT NOT NULL PRIMARY KEY,
        stamp  TEXT NOT NULL,
        found  TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      PRAGMA user_version = ${format};`);
    db.prepare('SELECT count(*) FROM source').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function cacheOn(db: Database.Database): FindableCache {
  const page = db.prepare<[string, number], CachedSource>(
    'SELECT source, stamp, found FROM source WHERE source > ? ORDER BY source LIMIT ?',
  );
  const put = db.prepare('INSERT OR REPLACE INTO source (source, stamp, found) VALUES (@source, @stamp, @found)');
  const drop = db.prepare('DELETE FROM source WHERE source = ?');
  return {
    page: (after, limit) => page.all(after, limit),
    put: db.transaction((sources: readonly CachedSource[]) => {
      for (const one of sources) put.run(one);
    }),
    drop: db.transaction((sources: readonly string[]) => {
      for (const one of sources) drop.run(one);
    }),
    close: () => void db.close(),
  };
}
