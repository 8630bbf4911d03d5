import { invariant } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** Tells followers how the recipe now looks in a list. */
export function tellChanged({ recipes, announce }: Pick<RecipeNeeds, 'recipes' | 'announce'>) {
  return (recipeId: RecipeId): void => {
    const head = recipes.head(recipeId);
    invariant(head, 'only a recipe that is there is told about');
    announce({ what: 'changed', recipeId, head });
  };
}
