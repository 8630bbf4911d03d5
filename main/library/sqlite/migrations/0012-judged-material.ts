import type { WritableDb } from '../db.ts';

/** Materials in which something that is judged has changed, until a run takes up the trials that hold them. */
export function judgedMaterial(db: WritableDb): void {
  db.exec(`
    CREATE TABLE judged_material (
      material_id TEXT NOT NULL PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
  `);
}
