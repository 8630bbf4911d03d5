import type { WritableDb } from '../db.ts';

/** Searches the perfumer keeps, with what each asks. */
export function savedSearch(db: WritableDb): void {
  db.exec(`
    CREATE TABLE saved_search (
      id      TEXT NOT NULL PRIMARY KEY,
      name    TEXT NOT NULL,
      asked   TEXT NOT NULL CHECK (json_valid(asked)),
      created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
