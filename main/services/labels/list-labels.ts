import { invariant } from '#foundation/errors.ts';
import type { MaterialLabel, RecipeLabel } from '#perfumery/formula/label.ts';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import type { LabelNeeds } from './keep-label.ts';

/** Every label, and the recipes of the accord library as they stand in a list, newest work first. */
export interface LabelsSeen {
  readonly recipes: readonly (RecipeLabel & { readonly head: RecipeHead })[];
  readonly materials: readonly MaterialLabel[];
}

export function listLabels({ labels, recipes }: Pick<LabelNeeds, 'labels' | 'recipes'>) {
  return (): LabelsSeen => ({
    recipes: labels
      .recipes()
      .map((label) => {
        const head = recipes.head(label.recipeId);
        invariant(head, 'a label goes with its recipe');
        return { ...label, head };
      })
      .sort((a, b) => (a.head.updated < b.head.updated ? 1 : -1)),
    materials: labels.materials(),
  });
}
