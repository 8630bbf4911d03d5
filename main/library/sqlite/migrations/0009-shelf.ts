import type { WritableDb } from '../db.ts';

/**
 * The shelf of language models: files that stay where they are, servers of the own network, who plays which role, folders to
 * look through, downloads, and how the perfumer wants it all. What was found in a file is kept as JSON, as it was seen.
 */
export function shelf(db: WritableDb): void {
  db.exec(`
    CREATE TABLE model (
      id         TEXT    NOT NULL PRIMARY KEY,
      path       TEXT    NOT NULL UNIQUE,
      label      TEXT    NOT NULL,
      origin     TEXT    NOT NULL CHECK (origin IN ('shipped', 'file', 'lm-studio', 'hugging-face', 'ollama', 'download')),
      seen       TEXT    CHECK (seen IS NULL OR json_valid(seen)),
      sha256     TEXT    CHECK (sha256 IS NULL OR length(sha256) = 64),
      settings   TEXT    NOT NULL CHECK (json_valid(settings)),
      speed      REAL    CHECK (speed IS NULL OR speed > 0),
      backend    TEXT,
      added      TEXT    NOT NULL,
      used       TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE model_server (
      id         TEXT    NOT NULL PRIMARY KEY,
      name       TEXT    NOT NULL,
      address    TEXT    NOT NULL,
      kind       TEXT    NOT NULL,
      model      TEXT    NOT NULL,
      context    INTEGER NOT NULL CHECK (context > 0),
      added      TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE model_role (
      role       TEXT    NOT NULL PRIMARY KEY,
      model_id   TEXT    REFERENCES model ON DELETE CASCADE,
      server_id  TEXT    REFERENCES model_server ON DELETE CASCADE,
      CHECK ((model_id IS NULL) <> (server_id IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE model_folder (
      path       TEXT    NOT NULL PRIMARY KEY,
      added      TEXT    NOT NULL,
      looked     TEXT,
      found      INTEGER NOT NULL CHECK (found >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE model_download (
      id         TEXT    NOT NULL PRIMARY KEY,
      url        TEXT    NOT NULL,
      path       TEXT    NOT NULL,
      sha256     TEXT    CHECK (sha256 IS NULL OR length(sha256) = 64),
      received   INTEGER NOT NULL CHECK (received >= 0),
      total      INTEGER CHECK (total IS NULL OR total >= 0),
      refusal    TEXT    CHECK (refusal IS NULL OR json_valid(refusal)),
      began      TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE model_preference (
      name       TEXT    NOT NULL PRIMARY KEY,
      value      TEXT    NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;
  `);
}
