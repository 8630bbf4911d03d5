import { StudioError } from '#foundation/errors.ts';
import { newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import type { Evaluation, Impression } from '#perfumery/evaluation/evaluation.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { checkImpression } from './check-impression.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';
import { freezeSmelled } from './freeze-smelled.ts';

export interface ToEvaluate {
  readonly recipeId: RecipeId;
  /** Absent: the working formula, which is frozen first. */
  readonly trialId?: TrialId;
  readonly impression: Impression;
}

/** Keeps what was found of a trial. The recipe in the answer has the trial that had to be frozen for it. */
export function evaluateTrial(needs: EvaluationNeeds) {
  return ({ recipeId, trialId, impression }: ToEvaluate): { evaluation: Evaluation; recipe: Recipe } => {
    const checked = checkImpression(needs)(impression);
    const kept = needs.write(() => {
      const trial = trialId ? getTrial(needs)(trialId) : freezeSmelled(needs)(recipeId);
      if (trial.recipeId !== recipeId) throw new StudioError('trial.not-found', { trialId: trial.id });
      const evaluation: Evaluation = { ...checked, id: newId(), trialId: trial.id, made: needs.now() };
      needs.evaluations.insert(evaluation);
      return { evaluation, recipe: openRecipe(needs)(recipeId) };
    });
    needs.announceDay({ what: 'evaluations', recipeId });
    return kept;
  };
}
