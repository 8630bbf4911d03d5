import { StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** The recipe as it stands on the bench, with its trials and what can be undone. */
export function openRecipe({ recipes, trials, edits }: Pick<RecipeNeeds, 'recipes' | 'trials' | 'edits'>) {
  return (recipeId: RecipeId): Recipe => {
    const stored = recipes.find(recipeId);
    if (!stored) throw new StudioError('recipe.not-found', { recipeId });
    const { done, total } = edits.position(recipeId);
    return { ...stored, trials: trials.headsOf(recipeId), canUndo: done > 0, canRedo: done < total };
  };
}
