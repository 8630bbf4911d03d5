import { newId, type TrialId } from '#foundation/ids.ts';
import type { Recipe, Trial } from '#perfumery/formula/recipe.ts';
import { storeVerdict } from '#services/regulation/store-verdict.ts';
import { getTrial } from './get-trial.ts';
import { openRecipe } from './open-recipe.ts';
import { recipeChangeBetween } from './recipe-change.ts';
import type { TrialNeeds } from './recipe-needs.ts';
import { tellChanged } from './tell-changed.ts';

/** Brings an earlier trial back as a new one, its child, and works on from there. Undo brings the working formula back. */
export function restoreTrial(needs: TrialNeeds) {
  const { recipes, trials, edits, write, announce, now } = needs;
  return (trialId: TrialId): { trial: Trial; recipe: Recipe } => {
    const { trial, recipe, change } = write(() => {
      const earlier = getTrial(needs)(trialId);
      const { recipeId, formula, product, name } = earlier;
      const before = openRecipe(needs)(recipeId);
      const created = now();
      const number = trials.nextNumber(recipeId);
      const trial: Trial = {
        id: newId(),
        recipeId,
        parentId: trialId,
        number,
        name,
        note: '',
        formula,
        product,
        created,
      };
      trials.insert(trial);
      storeVerdict(needs)(trial);
      const change = recipeChangeBetween(before, earlier);
      const { revision } = before;
      recipes.change(recipeId, { revision, change: change.formula, formula, product, updated: created });
      recipes.setBase(recipeId, trial.id);
      recipes.countTrials(recipeId, created);
      const base = { before: before.baseTrialId ?? null, after: trial.id };
      edits.push(recipeId, { kind: 'restore', origin: '', change, base }, created);
      return { trial, recipe: openRecipe(needs)(recipeId), change };
    });
    const { id: recipeId, revision, canUndo, canRedo } = recipe;
    announce({ what: 'edited', recipeId, origin: '', kind: 'restore', change, revision, canUndo, canRedo });
    tellChanged(needs)(recipeId);
    return { trial, recipe };
  };
}
