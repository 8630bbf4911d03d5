import type { WritableDb } from '../db.ts';

/**
 * Imports of whole collections, with what each changed, so that one can be taken back; and which column meant what in tables
 * with the same headings. `running` and `undoing` are states a crash leaves behind.
 */
export function collection(db: WritableDb): void {
  db.exec(`
    CREATE TABLE collection_import (
      id        TEXT    NOT NULL PRIMARY KEY,
      kind      TEXT    NOT NULL CHECK (kind IN ('materials', 'recipes')),
      file_name TEXT    NOT NULL,
      state     TEXT    NOT NULL CHECK (state IN ('running', 'kept', 'undoing', 'undone')),
      added     INTEGER NOT NULL CHECK (added >= 0),
      updated   INTEGER NOT NULL CHECK (updated >= 0),
      skipped   INTEGER NOT NULL CHECK (skipped >= 0),
      made      TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collection_change (
      import_id TEXT    NOT NULL REFERENCES collection_import ON DELETE CASCADE,
      number    INTEGER NOT NULL CHECK (number >= 1),
      what      TEXT    NOT NULL CHECK (what IN ('material', 'recipe')),
      subject   TEXT    NOT NULL,
      revision  INTEGER NOT NULL,
      before    TEXT    CHECK (before IS NULL OR json_valid(before)),
      PRIMARY KEY (import_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE column_mapping (
      signature TEXT NOT NULL PRIMARY KEY,
      mapping   TEXT NOT NULL CHECK (json_valid(mapping)),
      used      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
