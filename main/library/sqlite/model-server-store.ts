/** @file Model servers of the own network, on disk: each was confirmed by the perfumer when it was added. */
import type { WritableDb } from './db.ts';

export interface StoredServer {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly kind: string;
  readonly model: string;
  /** Tokens. */
  readonly context: number;
  /** ISO instant. */
  readonly added: string;
}

export interface ModelServerStore {
  /** The first added first. */
  all(): readonly StoredServer[];
  find(id: string): StoredServer | undefined;
  put(server: StoredServer): void;
  remove(id: string): void;
}

export function createModelServerStore(db: WritableDb): ModelServerStore {
  const all = db.prepare<[], StoredServer>('SELECT * FROM model_server ORDER BY added, id');
  const byId = db.prepare<[string], StoredServer>('SELECT * FROM model_server WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO model_server (id, name, address, kind, model, context, added)
    VALUES (@id, @name, @address, @kind, @model, @context, @added)
    ON CONFLICT (id) DO UPDATE SET name = @name, address = @address, kind = @kind, model = @model, context = @context`);
  const remove = db.prepare('DELETE FROM model_server WHERE id = ?');
  return {
    all: () => all.all(),
    find: (id) => byId.get(id),
    put: (server) => void put.run(server),
    remove: (id) => void remove.run(id),
  };
}
