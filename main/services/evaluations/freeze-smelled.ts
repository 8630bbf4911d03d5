import type { RecipeId } from '#foundation/ids.ts';
import { changeBetween, isEmptyChange } from '#perfumery/formula/change.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import { keepTrial } from '#services/recipes/keep-trial.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import type { TrialNeeds } from '#services/recipes/recipe-needs.ts';

/** The working formula as a frozen trial: the one it grew from while the two are still the same, else a new one. */
export function freezeSmelled(needs: TrialNeeds) {
  return (recipeId: RecipeId): Trial => {
    const { baseTrialId, formula, product } = openRecipe(needs)(recipeId);
    const base = baseTrialId && needs.trials.find(baseTrialId);
    const isSame =
      base &&
      isEmptyChange(changeBetween(base.formula, formula)) &&
      JSON.stringify(base.product) === JSON.stringify(product);
    return isSame ? base : keepTrial(needs)({ recipeId }).trial;
  };
}
