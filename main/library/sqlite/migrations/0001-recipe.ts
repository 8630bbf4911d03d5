import type { WritableDb } from '../db.ts';

/** Recipes, the lines being worked on, trials, and the history of edits. Amounts are decimals as text. */
export function recipe(db: WritableDb): void {
  db.exec(`
    CREATE TABLE mark (
      name TEXT NOT NULL PRIMARY KEY,
      made TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recipe (
      id            TEXT    NOT NULL PRIMARY KEY,
      name_en       TEXT    NOT NULL,
      name_ko       TEXT    NOT NULL,
      name_folded   TEXT    NOT NULL,
      brief         TEXT    NOT NULL,
      is_example    INTEGER NOT NULL CHECK (is_example IN (0, 1)),
      is_archived   INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
      product       TEXT    NOT NULL CHECK (json_valid(product)),
      base_trial_id TEXT,
      line_count    INTEGER NOT NULL CHECK (line_count >= 0),
      trial_count   INTEGER NOT NULL CHECK (trial_count >= 0),
      edits_done    INTEGER NOT NULL CHECK (edits_done >= 0),
      revision      INTEGER NOT NULL CHECK (revision >= 1),
      created       TEXT    NOT NULL,
      updated       TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX recipe_by_updated ON recipe (is_archived, updated DESC, id DESC);

    CREATE TABLE line (
      recipe_id       TEXT    NOT NULL REFERENCES recipe ON DELETE CASCADE,
      id              TEXT    NOT NULL,
      position        INTEGER NOT NULL,
      material_id     TEXT,
      accord_recipe   TEXT,
      accord_trial    TEXT,
      parts           TEXT    NOT NULL,
      dilution        TEXT    NOT NULL,
      solvent_id      TEXT,
      is_locked       INTEGER NOT NULL CHECK (is_locked IN (0, 1)),
      is_carrier      INTEGER NOT NULL CHECK (is_carrier IN (0, 1)),
      note            TEXT    NOT NULL,
      PRIMARY KEY (recipe_id, id),
      CHECK ((material_id IS NULL) = (accord_trial IS NOT NULL)),
      CHECK ((accord_trial IS NULL) = (accord_recipe IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX line_by_accord ON line (accord_recipe) WHERE accord_recipe IS NOT NULL;

    CREATE TABLE trial (
      id         TEXT    NOT NULL PRIMARY KEY,
      recipe_id  TEXT    NOT NULL REFERENCES recipe ON DELETE CASCADE,
      parent_id  TEXT    REFERENCES trial DEFERRABLE INITIALLY DEFERRED,
      number     INTEGER NOT NULL CHECK (number >= 1),
      name_en    TEXT    NOT NULL,
      name_ko    TEXT    NOT NULL,
      note       TEXT    NOT NULL,
      product    TEXT    NOT NULL CHECK (json_valid(product)),
      line_count INTEGER NOT NULL CHECK (line_count >= 0),
      created    TEXT    NOT NULL,
      formula    TEXT    NOT NULL CHECK (json_valid(formula)),
      UNIQUE (recipe_id, number)
    ) STRICT;
    CREATE INDEX trial_by_parent ON trial (parent_id) WHERE parent_id IS NOT NULL;

    CREATE TABLE trial_accord (
      trial_id      TEXT NOT NULL REFERENCES trial ON DELETE CASCADE,
      accord_trial  TEXT NOT NULL,
      accord_recipe TEXT NOT NULL,
      PRIMARY KEY (trial_id, accord_trial)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX trial_accord_by_recipe ON trial_accord (accord_recipe);

    CREATE TABLE edit (
      recipe_id   TEXT    NOT NULL REFERENCES recipe ON DELETE CASCADE,
      number      INTEGER NOT NULL CHECK (number >= 1),
      kind        TEXT    NOT NULL,
      origin      TEXT    NOT NULL,
      change      TEXT    NOT NULL CHECK (json_valid(change)),
      base_before TEXT,
      base_after  TEXT,
      made        TEXT    NOT NULL,
      PRIMARY KEY (recipe_id, number)
    ) STRICT, WITHOUT ROWID;
  `);
}
