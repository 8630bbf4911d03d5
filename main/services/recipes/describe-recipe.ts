import { StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { openRecipe } from './open-recipe.ts';
import type { RecipeNeeds } from './recipe-needs.ts';
import { tellChanged } from './tell-changed.ts';

export interface RecipeWords {
  readonly recipeId: RecipeId;
  readonly name?: InTwoLanguages;
  readonly brief?: string;
  readonly archived?: boolean;
}

/** Sets name, brief and archive mark; what is not named stays. The formula, and so the revision, is untouched. */
export function describeRecipe(needs: RecipeNeeds) {
  const { recipes, write, now } = needs;
  return ({ recipeId, name, brief, archived }: RecipeWords): Recipe => {
    const described = write(() => {
      const before = recipes.find(recipeId);
      if (!before) throw new StudioError('recipe.not-found', { recipeId });
      recipes.describe(recipeId, {
        name: name ?? before.name,
        brief: brief ?? before.brief,
        archived: archived ?? before.archived,
        updated: now(),
      });
      return openRecipe(needs)(recipeId);
    });
    tellChanged(needs)(recipeId);
    return described;
  };
}
