import { StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** Removes a recipe for good, with its trials and its history. Refused while another recipe uses it as an accord. */
export function removeRecipe({ recipes, write, announce }: Pick<RecipeNeeds, 'recipes' | 'write' | 'announce'>) {
  return (recipeId: RecipeId): { readonly removed: RecipeId } => {
    write(() => {
      if (!recipes.head(recipeId)) throw new StudioError('recipe.not-found', { recipeId });
      const usedBy = recipes.usersOf(recipeId).flatMap((id) => {
        const head = recipes.head(id);
        return head ? [{ recipeId: id, name: head.name }] : [];
      });
      if (usedBy.length > 0) throw new StudioError('recipe.used-as-accord', { recipeId, usedBy });
      recipes.remove(recipeId);
    });
    announce({ what: 'removed', recipeId });
    return { removed: recipeId };
  };
}
