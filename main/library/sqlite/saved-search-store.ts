/** @file Searches the perfumer keeps, on disk. What one asks is kept as it was asked. */
import type { WritableDb } from './db.ts';

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** As it crossed the contract. */
  readonly asked: unknown;
  /** ISO instant. */
  readonly created: string;
}

export interface SavedSearchStore {
  /** The first kept first. */
  all(): readonly SavedSearch[];
  find(id: string): SavedSearch | undefined;
  /** Keeps a search in place of one with the same id, whose day it keeps. */
  put(search: SavedSearch): void;
  remove(id: string): void;
}

interface Row {
  id: string;
  name: string;
  asked: string;
  created: string;
}

export function createSavedSearchStore(db: WritableDb): SavedSearchStore {
  const all = db.prepare<[], Row>('SELECT * FROM saved_search ORDER BY created, id');
  const byId = db.prepare<[string], Row>('SELECT * FROM saved_search WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO saved_search (id, name, asked, created) VALUES (@id, @name, @asked, @created)
    ON CONFLICT (id) DO UPDATE SET name = @name, asked = @asked`);
  const remove = db.prepare('DELETE FROM saved_search WHERE id = ?');
  return {
    all: () => all.all().map(savedOf),
    find(id) {
      const row = byId.get(id);
      return row && savedOf(row);
    },
    put: ({ id, name, asked, created }) => void put.run({ id, name, asked: JSON.stringify(asked), created }),
    remove: (id) => void remove.run(id),
  };
}

function savedOf({ id, name, asked, created }: Row): SavedSearch {
  return { id, name, asked: JSON.parse(asked), created };
}
