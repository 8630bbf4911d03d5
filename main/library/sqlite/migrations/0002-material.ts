import type { WritableDb } from '../db.ts';

/** What the perfumer knows of materials: whole ones of their own, and own facts and a shelf for shipped ones. */
export function material(db: WritableDb): void {
  db.exec(`
    CREATE TABLE material (
      id          TEXT    NOT NULL PRIMARY KEY,
      origin      TEXT    NOT NULL CHECK (origin IN ('shipped', 'own')),
      facts       TEXT    NOT NULL CHECK (json_valid(facts)),
      shelf       TEXT    NOT NULL CHECK (json_valid(shelf)),
      is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
      revision    INTEGER NOT NULL CHECK (revision >= 1),
      created     TEXT    NOT NULL,
      updated     TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
