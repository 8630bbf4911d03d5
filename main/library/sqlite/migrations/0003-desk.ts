import type { WritableDb } from '../db.ts';

/** What lay on the desk: open recipes, and marks on batch sheets. Both go with the recipe. */
export function desk(db: WritableDb): void {
  db.exec(`
    CREATE TABLE open_recipe (
      recipe_id TEXT    NOT NULL PRIMARY KEY REFERENCES recipe ON DELETE CASCADE,
      position  INTEGER NOT NULL CHECK (position >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE weighed (
      recipe_id TEXT NOT NULL REFERENCES recipe ON DELETE CASCADE,
      mark      TEXT NOT NULL,
      PRIMARY KEY (recipe_id, mark)
    ) STRICT, WITHOUT ROWID;
  `);
}
