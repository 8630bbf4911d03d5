import { StudioError } from '#foundation/errors.ts';
import type { CompositionId } from '#foundation/ids.ts';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { CompositionNeeds } from './composition-needs.ts';
import { relayMaterial } from './relay-material.ts';

type Needs = Pick<CompositionNeeds, 'compositions' | 'materials' | 'announce' | 'write'>;

/** Takes the composition of a lot away and answers it, so that it can be kept again. Where it was in use, the typical one holds. */
export function removeComposition(needs: Needs) {
  return (compositionId: CompositionId): LotComposition => {
    const found = needs.compositions.find(compositionId);
    if (!found) throw new StudioError('composition.not-found', { compositionId });
    needs.write(() => needs.compositions.remove(compositionId));
    relayMaterial(needs)(found.materialId);
    return found;
  };
}
