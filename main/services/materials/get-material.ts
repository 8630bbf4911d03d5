import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** A material as it stands in the library. */
export function getMaterial({ materials }: Pick<MaterialNeeds, 'materials'>) {
  return (materialId: MaterialId): LibraryMaterial => {
    const found = materials.find(materialId);
    if (!found) throw new StudioError('material.not-found', { materialId });
    return found;
  };
}
