import type { WritableDb } from '../db.ts';

/** Evaluations and sittings, briefs, stock with its acts, batches that mature, tags and favourites. */
export function workingDay(db: WritableDb): void {
  db.exec(`
    CREATE TABLE sitting (
      id        TEXT    NOT NULL PRIMARY KEY,
      recipe_id TEXT    NOT NULL REFERENCES recipe ON DELETE CASCADE,
      medium    TEXT    NOT NULL CHECK (medium IN ('blotter', 'skin', 'product')),
      is_blind  INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
      started   TEXT    NOT NULL,
      revealed  TEXT,
      ended     TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sitting_by_recipe ON sitting (recipe_id);

    CREATE TABLE sitting_sample (
      sitting_id TEXT    NOT NULL REFERENCES sitting ON DELETE CASCADE,
      trial_id   TEXT    NOT NULL REFERENCES trial ON DELETE CASCADE,
      position   INTEGER NOT NULL CHECK (position >= 0),
      code       TEXT    NOT NULL,
      PRIMARY KEY (sitting_id, trial_id),
      UNIQUE (sitting_id, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sitting_due (
      sitting_id TEXT    NOT NULL REFERENCES sitting ON DELETE CASCADE,
      minutes    INTEGER NOT NULL CHECK (minutes >= 0),
      due        TEXT    NOT NULL,
      settled    TEXT,
      PRIMARY KEY (sitting_id, minutes)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sitting_due_open ON sitting_due (due) WHERE settled IS NULL;

    CREATE TABLE comparison (
      id         TEXT    NOT NULL PRIMARY KEY,
      sitting_id TEXT    NOT NULL REFERENCES sitting ON DELETE CASCADE,
      minutes    INTEGER NOT NULL CHECK (minutes >= 0),
      preferred  TEXT    REFERENCES trial ON DELETE CASCADE,
      words      TEXT    NOT NULL,
      made       TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX comparison_by_sitting ON comparison (sitting_id);

    CREATE TABLE evaluation (
      id          TEXT    NOT NULL PRIMARY KEY,
      trial_id    TEXT    NOT NULL REFERENCES trial ON DELETE CASCADE,
      sitting_id  TEXT    REFERENCES sitting ON DELETE CASCADE,
      minutes     INTEGER NOT NULL CHECK (minutes >= 0),
      medium      TEXT    NOT NULL CHECK (medium IN ('blotter', 'skin', 'product')),
      intensity   INTEGER CHECK (intensity BETWEEN 0 AND 10),
      liking      INTEGER CHECK (liking BETWEEN 0 AND 10),
      descriptors TEXT    NOT NULL CHECK (json_valid(descriptors)),
      words       TEXT    NOT NULL,
      verdict     TEXT    NOT NULL CHECK (verdict IN ('go-on', 'hold', 'finish', 'unsure')),
      made        TEXT    NOT NULL,
      removed     TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evaluation_by_trial ON evaluation (trial_id);
    CREATE INDEX evaluation_by_sitting ON evaluation (sitting_id) WHERE sitting_id IS NOT NULL;

    CREATE TABLE brief (
      id       TEXT    NOT NULL PRIMARY KEY,
      name     TEXT    NOT NULL,
      client   TEXT    NOT NULL,
      deadline TEXT,
      facts    TEXT    NOT NULL CHECK (json_valid(facts)),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      created  TEXT    NOT NULL,
      updated  TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recipe_brief (
      recipe_id TEXT NOT NULL PRIMARY KEY REFERENCES recipe ON DELETE CASCADE,
      brief_id  TEXT NOT NULL REFERENCES brief ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX recipe_brief_by_brief ON recipe_brief (brief_id);

    CREATE TABLE supplier (
      id      TEXT NOT NULL PRIMARY KEY,
      name    TEXT NOT NULL,
      contact TEXT NOT NULL,
      note    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lot (
      id          TEXT NOT NULL PRIMARY KEY,
      material_id TEXT NOT NULL,
      supplier_id TEXT REFERENCES supplier,
      number      TEXT NOT NULL,
      quantity    TEXT NOT NULL,
      remaining   TEXT NOT NULL CHECK (remaining NOT LIKE '-%'),
      bought      TEXT,
      paid        TEXT,
      currency    TEXT,
      opened      TEXT,
      expires     TEXT,
      place       TEXT NOT NULL,
      note        TEXT NOT NULL,
      CHECK ((paid IS NULL) = (currency IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lot_by_material ON lot (material_id);

    CREATE TABLE stock_act (
      id        TEXT NOT NULL PRIMARY KEY,
      kind      TEXT NOT NULL,
      change    TEXT NOT NULL CHECK (json_valid(change)),
      recipe_id TEXT,
      batch_id  TEXT,
      made      TEXT NOT NULL,
      undone    TEXT
    ) STRICT;

    CREATE TABLE stock_minimum (
      material_id TEXT NOT NULL PRIMARY KEY,
      grams       TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE batch (
      id        TEXT NOT NULL PRIMARY KEY,
      recipe_id TEXT NOT NULL REFERENCES recipe ON DELETE CASCADE,
      trial_id  TEXT NOT NULL REFERENCES trial ON DELETE CASCADE,
      mass      TEXT NOT NULL,
      made_on   TEXT NOT NULL,
      note      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_by_recipe ON batch (recipe_id);

    CREATE TABLE batch_look (
      batch_id TEXT    NOT NULL REFERENCES batch ON DELETE CASCADE,
      days     INTEGER NOT NULL CHECK (days >= 0),
      due      TEXT    NOT NULL,
      done     TEXT,
      PRIMARY KEY (batch_id, days)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_look_open ON batch_look (due) WHERE done IS NULL;

    CREATE TABLE recipe_label (
      recipe_id    TEXT    NOT NULL PRIMARY KEY REFERENCES recipe ON DELETE CASCADE,
      tags         TEXT    NOT NULL CHECK (json_valid(tags)),
      is_favourite INTEGER NOT NULL CHECK (is_favourite IN (0, 1)),
      is_accord    INTEGER NOT NULL CHECK (is_accord IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE material_label (
      material_id  TEXT    NOT NULL PRIMARY KEY,
      tags         TEXT    NOT NULL CHECK (json_valid(tags)),
      is_favourite INTEGER NOT NULL CHECK (is_favourite IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `);
}
