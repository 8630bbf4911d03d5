import { newId, type RecipeId } from '#foundation/ids.ts';
import type { Recipe, Trial } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { storeVerdict } from '#services/regulation/store-verdict.ts';
import { openRecipe } from './open-recipe.ts';
import type { TrialNeeds } from './recipe-needs.ts';
import { tellChanged } from './tell-changed.ts';

export interface TrialToKeep {
  readonly recipeId: RecipeId;
  readonly name?: InTwoLanguages;
  readonly note?: string;
}

/** Freezes the working formula as a trial, a child of the one it grew from, with its verdict. The working formula stays as it is. */
export function keepTrial(needs: TrialNeeds) {
  const { recipes, trials, write, now } = needs;
  return ({ recipeId, name = { en: '', ko: '' }, note = '' }: TrialToKeep): { trial: Trial; recipe: Recipe } => {
    const kept = write(() => {
      const { baseTrialId, formula, product } = openRecipe(needs)(recipeId);
      const trial: Trial = {
        id: newId(),
        recipeId,
        ...(baseTrialId && { parentId: baseTrialId }),
        number: trials.nextNumber(recipeId),
        name,
        note,
        formula,
        product,
        created: now(),
      };
      trials.insert(trial);
      storeVerdict(needs)(trial);
      recipes.setBase(recipeId, trial.id);
      recipes.countTrials(recipeId, trial.created);
      return { trial, recipe: openRecipe(needs)(recipeId) };
    });
    tellChanged(needs)(recipeId);
    return kept;
  };
}
