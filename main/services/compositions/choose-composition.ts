import { StudioError } from '#foundation/errors.ts';
import type { CompositionId, MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { getMaterial } from '#services/materials/get-material.ts';
import type { CompositionNeeds } from './composition-needs.ts';
import { relayMaterial } from './relay-material.ts';

type Needs = Pick<CompositionNeeds, 'compositions' | 'materials' | 'announce' | 'write'>;

/** Says by which lot a material is judged from now on; null: by its typical composition. */
export function chooseComposition(needs: Needs) {
  return (materialId: MaterialId, compositionId: CompositionId | null): LibraryMaterial => {
    getMaterial(needs)(materialId);
    if (compositionId !== null && needs.compositions.find(compositionId)?.materialId !== materialId)
      throw new StudioError('composition.not-found', { compositionId });
    needs.write(() => needs.compositions.use(materialId, compositionId ?? undefined));
    relayMaterial(needs)(materialId);
    return getMaterial(needs)(materialId);
  };
}
