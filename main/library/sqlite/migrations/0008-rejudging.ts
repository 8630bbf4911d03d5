import type { WritableDb } from '../db.ts';

/** Runs of judging stored trials again, with how far each came, and every verdict that became another one. */
export function rejudging(db: WritableDb): void {
  db.exec(`
    CREATE TABLE rejudging (
      number      INTEGER NOT NULL PRIMARY KEY,
      why         TEXT    NOT NULL CHECK (why IN ('table', 'imported', 'materials', 'asked', 'missing')),
      table_id    TEXT    NOT NULL,
      amendment   INTEGER NOT NULL,
      materials   TEXT    CHECK (materials IS NULL OR json_valid(materials)),
      state       TEXT    NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'stopped')),
      after_trial TEXT    NOT NULL,
      done        INTEGER NOT NULL CHECK (done >= 0),
      total       INTEGER NOT NULL CHECK (total >= 0),
      changed     INTEGER NOT NULL CHECK (changed >= 0),
      asked       TEXT    NOT NULL,
      ended       TEXT
    ) STRICT;

    CREATE TABLE rejudging_change (
      rejudging INTEGER NOT NULL REFERENCES rejudging ON DELETE CASCADE,
      trial_id  TEXT    NOT NULL REFERENCES trial ON DELETE CASCADE,
      before    TEXT    NOT NULL CHECK (length(before) = 19),
      now       TEXT    NOT NULL CHECK (length(now) = 19),
      PRIMARY KEY (rejudging, trial_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rejudging_change_by_trial ON rejudging_change (trial_id);
  `);
}
