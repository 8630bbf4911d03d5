import type { MaterialId } from '#foundation/ids.ts';
import { type Neighbour, nearestMaterials } from '#perfumery/similarity/nearest-materials.ts';
import { getMaterial } from '#services/materials/get-material.ts';
import type { SubstituteNeeds } from './substitute-needs.ts';

/** The materials nearest to one, archived ones left out. Refuses (`material.not-found`) an id that is not there. */
export function findNearest(needs: SubstituteNeeds) {
  const parents = new Map(needs.vocabulary.descriptors.map(({ id, parent }) => [id, parent]));
  return (materialId: MaterialId, limit: number): readonly Neighbour[] => {
    const { material } = getMaterial(needs)(materialId);
    const offered = needs.materials.all().flatMap((one) => (one.archived ? [] : [one.material]));
    return nearestMaterials(material, offered, { parentOf: (id) => parents.get(id), limit });
  };
}
