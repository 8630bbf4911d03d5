import { StudioError } from '#foundation/errors.ts';
import type { StoredMaterial } from '#library/sqlite/material-store.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** Writes a material at its next revision and tells followers. Refuses when somebody else has written it meanwhile. */
export function keepMaterial({ materials, announce, now }: Pick<MaterialNeeds, 'materials' | 'announce' | 'now'>) {
  return (stored: StoredMaterial): LibraryMaterial => {
    const actual = materials.find(stored.id)?.revision ?? 0;
    const expected = stored.revision - 1;
    const kept = actual === expected ? materials.put(stored, now()) : undefined;
    if (!kept) throw new StudioError('material.changed-elsewhere', { materialId: stored.id, expected, actual });
    announce(kept);
    return kept;
  };
}
