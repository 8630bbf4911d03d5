import type { MaterialId } from '#foundation/ids.ts';
import type { CompositionNeeds } from './composition-needs.ts';

/** Reads again which lot of a material is in use, and tells followers. */
export function relayMaterial({ materials, announce }: Pick<CompositionNeeds, 'materials' | 'announce'>) {
  return (materialId: MaterialId): void => {
    const now = materials.relay(materialId);
    if (now) announce(now);
  };
}
