import { type MaterialId, newId } from '#foundation/ids.ts';
import type { Facts } from '#library/catalogue/own-facts.ts';
import { emptyShelf } from '#library/material-library.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';
import { checkFacts, checkShelf } from './check-material.ts';
import { keepMaterial } from './keep-material.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** Adds a material of the perfumer's own. */
export function addMaterial(needs: MaterialNeeds) {
  return ({ facts, shelf = emptyShelf }: { facts: Facts; shelf?: Shelf }): LibraryMaterial => {
    const id = newId<MaterialId>();
    const checked = checkFacts(needs)(id, facts);
    checkShelf(needs)(shelf);
    return keepMaterial(needs)({ id, origin: 'own', facts: { ...checked }, shelf, archived: false, revision: 1 });
  };
}
