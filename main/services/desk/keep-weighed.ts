import { StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { DeskNeeds } from './desk-needs.ts';

/** Sets what is ticked off on a recipe's batch sheet. Refuses (`recipe.not-found`) a recipe that is not there. */
export function keepWeighed({ desk, recipes }: DeskNeeds) {
  return (recipeId: RecipeId, marks: readonly string[]): readonly string[] => {
    if (!recipes.head(recipeId)) throw new StudioError('recipe.not-found', { recipeId });
    desk.keepWeighed(recipeId, marks);
    return desk.weighed(recipeId);
  };
}
