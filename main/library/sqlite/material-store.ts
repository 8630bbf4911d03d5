/** @file What the perfumer knows of materials, on disk. For shipped ones only what differs from the catalogue. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Shelf } from '#perfumery/material/shelf.ts';
import type { WritableDb } from './db.ts';

export interface StoredMaterial {
  readonly id: MaterialId;
  readonly origin: 'shipped' | 'own';
  /** Fields of the material; `null` where the perfumer took a shipped fact away. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly shelf: Shelf;
  readonly archived: boolean;
  readonly revision: number;
}

export interface MaterialStore {
  /** The next `limit` of them by id. */
  after(id: MaterialId, limit: number): readonly StoredMaterial[];
  /** Keeps `material`, whose revision is one above the one on disk. False when that is no longer so. */
  put(material: StoredMaterial, updated: string): boolean;
  /** The row as it stands on disk, as JSON, to be put back later; null where there is none. */
  row(id: MaterialId): string | null;
  /** Puts a row back exactly as it stood, and removes it where it did not. Answers what now stands. */
  putBack(id: MaterialId, row: string | null): StoredMaterial | undefined;
}

interface Row {
  id: MaterialId;
  origin: 'shipped' | 'own';
  facts: string;
  shelf: string;
  is_archived: number;
  revision: number;
}

export function createMaterialStore(db: WritableDb): MaterialStore {
  const after = db.prepare<[MaterialId, number], Row>(
    'SELECT id, origin, facts, shelf, is_archived, revision FROM material WHERE id > ? ORDER BY id LIMIT ?',
  );
  const insert = db.prepare(`
    INSERT INTO material (id, origin, facts, shelf, is_archived, revision, created, updated)
    VALUES (@id, @origin, @facts, @shelf, @isArchived, @revision, @updated, @updated) ON CONFLICT DO NOTHING`);
  const update = db.prepare(`
    UPDATE material SET facts = @facts, shelf = @shelf, is_archived = @isArchived, revision = @revision,
                        updated = @updated WHERE id = @id AND revision = @revision - 1`);
  const one = db.prepare<[MaterialId], Row>('SELECT * FROM material WHERE id = ?');
  const remove = db.prepare('DELETE FROM material WHERE id = ?');
  const restore = db.prepare(`
    INSERT INTO material (id, origin, facts, shelf, is_archived, revision, created, updated)
    VALUES (@id, @origin, @facts, @shelf, @is_archived, @revision, @created, @updated)`);
  return {
    after: (id, limit) => after.all(id, limit).map(storedOf),
    row(id) {
      const row = one.get(id);
      return row ? JSON.stringify(row) : null;
    },
    putBack(id, row) {
      remove.run(id);
      if (row !== null) restore.run(JSON.parse(row));
      const now = one.get(id);
      return now && storedOf(now);
    },
    put({ id, origin, facts, shelf, archived, revision }, updated) {
      const columns = {
        id,
        facts: JSON.stringify(facts),
        shelf: JSON.stringify(shelf),
        isArchived: archived ? 1 : 0,
        revision,
        updated,
      };
      return update.run(columns).changes === 1 || insert.run({ ...columns, origin }).changes === 1;
    },
  };
}

function storedOf({ id, origin, facts, shelf, is_archived, revision }: Row): StoredMaterial {
  return {
    id,
    origin,
    facts: JSON.parse(facts) as Record<string, unknown>,
    shelf: JSON.parse(shelf) as Shelf,
    archived: is_archived === 1,
    revision,
  };
}
