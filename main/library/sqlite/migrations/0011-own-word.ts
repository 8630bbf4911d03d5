import type { WritableDb } from '../db.ts';

/** Words of the perfumer's own, and the concepts each means. `key` is the word as words are compared. */
export function ownWord(db: WritableDb): void {
  db.exec(`
    CREATE TABLE own_word (
      id      TEXT NOT NULL PRIMARY KEY,
      key     TEXT NOT NULL UNIQUE,
      text    TEXT NOT NULL,
      means   TEXT NOT NULL CHECK (json_valid(means)),
      created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
