import type { WritableDb } from './db.ts';

/** How the perfumer wants models to be used, by name, as JSON. What was never set is undefined. */
export interface ModelPreferenceStore {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export function createModelPreferenceStore(db: WritableDb): ModelPreferenceStore {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM model_preference WHERE name = ?');
  const set = db.prepare(`
    INSERT INTO model_preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    get(name) {
      const row = get.get(name);
      return row && JSON.parse(row.value);
    },
    set: (name, value) => void set.run(name, JSON.stringify(value)),
  };
}
