import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { getMaterial } from './get-material.ts';
import { keepMaterial } from './keep-material.ts';
import type { MaterialNeeds } from './material-needs.ts';
import { storedFactsOf } from './stored-facts-of.ts';

/** Archives a material or brings it back. Archived materials stay in the formulas that use them. */
export function archiveMaterial(needs: MaterialNeeds) {
  return ({ materialId, archived }: { materialId: MaterialId; archived: boolean }): LibraryMaterial => {
    const before = getMaterial(needs)(materialId);
    if (before.archived === archived) return before;
    const { origin, shelf, revision } = before;
    const facts = storedFactsOf(needs)(before);
    return keepMaterial(needs)({ id: materialId, origin, facts, shelf, archived, revision: revision + 1 });
  };
}
