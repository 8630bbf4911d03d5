import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { type Facts, ownFactsOf } from '#library/catalogue/own-facts.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';
import { checkFacts, checkShelf } from './check-material.ts';
import { getMaterial } from './get-material.ts';
import { keepMaterial } from './keep-material.ts';
import type { MaterialNeeds } from './material-needs.ts';

export interface MaterialEdit {
  readonly materialId: MaterialId;
  readonly revision: number;
  readonly facts: Facts;
  readonly shelf: Shelf;
}

/** Replaces facts and shelf. Of a shipped material only what differs from the shipped facts is kept, as the perfumer's own. */
export function editMaterial(needs: MaterialNeeds) {
  return ({ materialId, revision, facts, shelf }: MaterialEdit): LibraryMaterial => {
    const before = getMaterial(needs)(materialId);
    if (before.revision !== revision) {
      const actual = before.revision;
      throw new StudioError('material.changed-elsewhere', { materialId, expected: revision, actual });
    }
    const checked = checkFacts(needs)(materialId, facts, before.material);
    const stocked = withStockOfLots(needs)(materialId, shelf);
    checkShelf(needs)(stocked);
    const { origin, archived } = before;
    const shipped = needs.materials.shipped(materialId);
    const kept = shipped && origin === 'shipped' ? ownFactsOf(shipped, checked) : { ...checked };
    return keepMaterial(needs)({
      id: materialId,
      origin,
      facts: kept,
      shelf: stocked,
      archived,
      revision: revision + 1,
    });
  };
}

/** While a material has lots, what is left in them is its stock, whatever was typed. */
function withStockOfLots({ stockOfLots }: MaterialNeeds) {
  return (materialId: MaterialId, shelf: Shelf): Shelf => {
    const stock = stockOfLots?.(materialId);
    return stock === undefined ? shelf : { ...shelf, stock };
  };
}
