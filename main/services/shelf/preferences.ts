/** @file How the perfumer wants models to be used at all; each field falls back by itself. */
import { type BackendWish, backends } from '#intelligence/models/backend.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

export interface ShelfPreferences {
  readonly backend: BackendWish;
  /** Minutes after which an unused model is unloaded; 0 never. */
  readonly idleMinutes: number;
  /** Whether servers of the own network may be asked at all. */
  readonly areServersOn: boolean;
}

const usual: ShelfPreferences = { backend: 'auto', idleMinutes: 15, areServersOn: false };
const wishes: readonly unknown[] = ['auto', ...backends];

export function preferencesIn({ modelPreferences }: Pick<ShelfNeeds, 'modelPreferences'>): ShelfPreferences {
  const [backend, idleMinutes, areServersOn] = (['backend', 'idleMinutes', 'areServersOn'] as const).map((name) =>
    modelPreferences.get(name),
  );
  const areMinutes = typeof idleMinutes === 'number' && idleMinutes >= 0 && idleMinutes <= 1440;
  return {
    backend: wishes.includes(backend) ? (backend as BackendWish) : usual.backend,
    idleMinutes: areMinutes ? idleMinutes : usual.idleMinutes,
    areServersOn: typeof areServersOn === 'boolean' ? areServersOn : usual.areServersOn,
  };
}

/** Changes what is named. Another back end ends the process, so that the next need opens it with that. */
export function changePreferences(needs: ShelfNeeds) {
  return async (patch: Partial<ShelfPreferences>): Promise<ShelfPreferences> => {
    const before = preferencesIn(needs);
    needs.write(() => {
      for (const [name, value] of Object.entries(patch)) needs.modelPreferences.set(name, value);
    });
    const after = preferencesIn(needs);
    if (after.backend !== before.backend) {
      needs.backend.forget();
      await needs.keeper.unloadAll();
    }
    needs.shelfChanged.announce();
    return after;
  };
}
