import type { WritableDb } from '../db.ts';

/**
 * Compositions of lots, and which is in use of a material. Until now a lot's composition was written over the material's own
 * facts, with the lot as the source of every share: those become compositions in use, and the typical one shows through again.
 */
export function composition(db: WritableDb): void {
  db.exec(`
    CREATE TABLE composition (
      id           TEXT NOT NULL PRIMARY KEY,
      material_id  TEXT NOT NULL,
      lot_id       TEXT,
      lot          TEXT NOT NULL,
      dated        TEXT,
      origin       TEXT NOT NULL CHECK (origin IN ('gc-ms', 'certificate')),
      constituents TEXT NOT NULL CHECK (json_valid(constituents)),
      kept         TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX composition_by_material ON composition (material_id);

    CREATE TABLE composition_in_use (
      material_id    TEXT NOT NULL PRIMARY KEY,
      composition_id TEXT NOT NULL REFERENCES composition ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX composition_in_use_by_composition ON composition_in_use (composition_id);
  `);
  const materials = db
    .prepare<[], { id: string; facts: string; updated: string }>(
      "SELECT id, facts, updated FROM material WHERE origin = 'shipped'",
    )
    .all();
  const keep = db.prepare(`
    INSERT INTO composition (id, material_id, lot_id, lot, dated, origin, constituents, kept)
    VALUES (?, ?, NULL, ?, NULL, 'gc-ms', ?, ?)`);
  const use = db.prepare('INSERT INTO composition_in_use (material_id, composition_id) VALUES (?, ?)');
  const strip = db.prepare("UPDATE material SET facts = json_remove(facts, '$.constituents') WHERE id = ?");
  for (const { id, facts, updated } of materials) {
    const { constituents } = JSON.parse(facts) as { constituents?: readonly Share[] | null };
    const lot = constituents?.[0]?.source;
    if (!lot || !constituents.every(({ method, source }) => method === 'perfumer' && source === lot)) continue;
    keep.run(`lot-of-${id}`, id, lot, JSON.stringify(constituents), updated);
    use.run(id, `lot-of-${id}`);
    strip.run(id);
  }
}

interface Share {
  readonly method: string;
  readonly source: string;
}
