import type { WritableDb } from '../db.ts';

/**
 * IFRA tables the perfumer imported, side by side; which was in force since when; and what each trial was judged to be by
 * which table. `categories` holds one letter for each of the 18: p pass, o over limit, x prohibited, u unknown.
 */
export function regulation(db: WritableDb): void {
  db.exec(`
    CREATE TABLE ifra_table (
      id        TEXT    NOT NULL PRIMARY KEY,
      amendment INTEGER NOT NULL CHECK (amendment > 0),
      file_name TEXT    NOT NULL,
      kept      TEXT    NOT NULL,
      content   TEXT    NOT NULL CHECK (json_valid(content))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ifra_in_force (
      number   INTEGER NOT NULL PRIMARY KEY,
      table_id TEXT    NOT NULL,
      since    TEXT    NOT NULL
    ) STRICT;

    CREATE TABLE verdict (
      trial_id   TEXT    NOT NULL REFERENCES trial ON DELETE CASCADE,
      table_id   TEXT    NOT NULL,
      amendment  INTEGER NOT NULL,
      checked    TEXT    NOT NULL,
      judged     TEXT    NOT NULL,
      categories TEXT    NOT NULL CHECK (length(categories) = 18),
      eu_law     TEXT    NOT NULL CHECK (length(eu_law) = 1),
      PRIMARY KEY (trial_id, table_id)
    ) STRICT, WITHOUT ROWID;
  `);
}
