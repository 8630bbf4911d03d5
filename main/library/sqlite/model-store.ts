/** @file Language models on disk: where each file lies, what was found in it, and how it is to be used. */
import type { WritableDb } from './db.ts';

export type ModelOrigin = 'shipped' | 'file' | 'lm-studio' | 'hugging-face' | 'ollama' | 'download';

export interface StoredModel {
  readonly id: string;
  readonly path: string;
  /** What a person calls it, before the file says its own name. */
  readonly label: string;
  readonly origin: ModelOrigin;
  /** What was found in the file; null until somebody looked. */
  readonly seen: unknown;
  readonly sha256: string | null;
  readonly settings: unknown;
  /** Tokens per second, as last measured, and with what it computed. */
  readonly speed: number | null;
  readonly backend: string | null;
  /** ISO instants. */
  readonly added: string;
  readonly used: string | null;
}

export interface ModelStore {
  /** The first added first. */
  all(): readonly StoredModel[];
  find(id: string): StoredModel | undefined;
  at(path: string): StoredModel | undefined;
  put(model: StoredModel): void;
  remove(id: string): void;
  see(id: string, seen: unknown): void;
  setSettings(id: string, settings: unknown): void;
  measure(id: string, speed: number, backend: string, used: string): void;
}

type Row = Omit<StoredModel, 'seen' | 'settings'> & { readonly seen: string | null; readonly settings: string };

export function createModelStore(db: WritableDb): ModelStore {
  const all = db.prepare<[], Row>('SELECT * FROM model ORDER BY added, id');
  const byId = db.prepare<[string], Row>('SELECT * FROM model WHERE id = ?');
  const byPath = db.prepare<[string], Row>('SELECT * FROM model WHERE path = ?');
  const put = db.prepare(`
    INSERT INTO model (id, path, label, origin, seen, sha256, settings, speed, backend, added, used)
    VALUES (@id, @path, @label, @origin, @seen, @sha256, @settings, @speed, @backend, @added, @used)
    ON CONFLICT (id) DO UPDATE SET path = @path, label = @label, origin = @origin, seen = @seen, sha256 = @sha256`);
  const remove = db.prepare('DELETE FROM model WHERE id = ?');
  const see = db.prepare('UPDATE model SET seen = ? WHERE id = ?');
  const setSettings = db.prepare('UPDATE model SET settings = ? WHERE id = ?');
  const measure = db.prepare('UPDATE model SET speed = ?, backend = ?, used = ? WHERE id = ?');
  return {
    all: () => all.all().map(modelOf),
    find: (id) => maybe(byId.get(id)),
    at: (path) => maybe(byPath.get(path)),
    put: (model) =>
      void put.run({
        ...model,
        seen: model.seen === null ? null : JSON.stringify(model.seen),
        settings: JSON.stringify(model.settings),
      }),
    remove: (id) => void remove.run(id),
    see: (id, seen) => void see.run(JSON.stringify(seen), id),
    setSettings: (id, settings) => void setSettings.run(JSON.stringify(settings), id),
    measure: (id, speed, backend, used) => void measure.run(speed, backend, used, id),
  };
}

const maybe = (row: Row | undefined): StoredModel | undefined => row && modelOf(row);

function modelOf({ seen, settings, ...row }: Row): StoredModel {
  return { ...row, seen: seen === null ? null : JSON.parse(seen), settings: JSON.parse(settings) };
}
