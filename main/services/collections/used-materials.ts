import type { MaterialId } from '#foundation/ids.ts';
import { createBreath } from './breathe.ts';
import type { CollectionNeeds } from './collection-needs.ts';

/** Every material that a formula, a trial, a product or a shelf names; lets the event loop run in between. */
export function usedMaterials({ collections, materials }: Pick<CollectionNeeds, 'collections' | 'materials'>) {
  return async (): Promise<ReadonlySet<MaterialId>> => {
    const breathe = createBreath();
    const used = new Set<MaterialId>(collections.materialsInRecipes());
    for (let after = 0; ; ) {
      const page = collections.materialsInTrials(after, 100);
      for (const id of page.ids) used.add(id);
      await breathe();
      if (page.last === undefined) break;
      after = page.last;
    }
    for (const { shelf } of materials.all()) for (const { solventId } of shelf.dilutions) used.add(solventId);
    return used;
  };
}
