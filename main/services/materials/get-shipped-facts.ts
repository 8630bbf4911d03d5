import type { MaterialId } from '#foundation/ids.ts';
import type { Material } from '#perfumery/material/material.ts';
import { getMaterial } from './get-material.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** What was shipped under an id, whatever the perfumer has changed; null for a material of the perfumer's own. */
export function getShippedFacts({ materials }: Pick<MaterialNeeds, 'materials'>) {
  return (materialId: MaterialId): Material | null => {
    getMaterial({ materials })(materialId);
    return materials.shipped(materialId) ?? null;
  };
}
