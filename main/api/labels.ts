import { type LabelNeeds, labelMaterial, labelRecipe } from '#services/labels/keep-label.ts';
import { listLabels } from '#services/labels/list-labels.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Tags, favourites and the accord library, behind the contract. */
export function labelHandlers({ labels: on }: Implementer, needs: LabelNeeds) {
  return on.router({
    list: on.list.handler(() => toWire(listLabels(needs)())),
    recipe: on.recipe.handler(({ input }) => toWire(labelRecipe(needs)(input))),
    material: on.material.handler(({ input }) => toWire(labelMaterial(needs)(input))),
  });
}
