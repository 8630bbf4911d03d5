import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { getMaterial } from './get-material.ts';
import { keepMaterial } from './keep-material.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** Takes the perfumer's own facts off a shipped material again. What is on the shelf stays. */
export function revertMaterial(needs: MaterialNeeds) {
  return (materialId: MaterialId): LibraryMaterial => {
    const before = getMaterial(needs)(materialId);
    const { origin, shelf, archived, revision, ownFields } = before;
    if (origin === 'own') {
      throw new StudioError('material.invalid', { field: 'origin', reason: 'not-shipped', text: materialId });
    }
    if (ownFields.length === 0) return before;
    return keepMaterial(needs)({ id: materialId, origin, facts: {}, shelf, archived, revision: revision + 1 });
  };
}
