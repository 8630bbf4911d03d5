/** @file What can be found among recipes and trials, with a stamp that changes whenever anything it is found by changes. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { ReadableDb } from './db.ts';

export interface RecipeStamp {
  readonly id: RecipeId;
  readonly stamp: string;
}
export interface TrialStamp {
  readonly id: TrialId;
  readonly recipeId: RecipeId;
  readonly stamp: string;
}

export interface SourceStamps {
  /** At most `limit` by id, after `after`. */
  recipes(after: string, limit: number): readonly RecipeStamp[];
  trials(after: string, limit: number): readonly TrialStamp[];
  recipe(id: RecipeId): RecipeStamp | undefined;
  trial(id: TrialId): TrialStamp | undefined;
  trialsOf(recipeId: RecipeId): readonly TrialStamp[];
}

const ofRecipe = `
  SELECT recipe.id, recipe.revision || ' ' || recipe.updated || ' ' || recipe.is_archived
    || ' ' || (SELECT count(*) || ' ' || coalesce(max(id), '') FROM batch WHERE batch.recipe_id = recipe.id)
    || ' ' || coalesce((SELECT tags || is_accord FROM recipe_label WHERE recipe_label.recipe_id = recipe.id), '')
    || ' ' || coalesce((SELECT brief.id || ' ' || brief.revision FROM recipe_brief
                        JOIN brief ON brief.id = recipe_brief.brief_id WHERE recipe_brief.recipe_id = recipe.id), '')
    || ' ' || (SELECT count(*) || ' ' || coalesce(max(evaluation.id), '') FROM trial
               JOIN evaluation ON evaluation.trial_id = trial.id AND evaluation.removed IS NULL
               WHERE trial.recipe_id = recipe.id)
    || ' ' || (SELECT count(revealed) || ' ' || count(*) FROM sitting WHERE sitting.recipe_id = recipe.id) AS stamp
  FROM recipe`;

const ofTrial = `
  SELECT trial.id, trial.recipe_id AS recipeId, recipe.is_archived || ' ' || recipe.name_en || ' ' || recipe.name_ko
    || ' ' || (SELECT count(*) || ' ' || coalesce(max(id), '') FROM evaluation
               WHERE evaluation.trial_id = trial.id AND evaluation.removed IS NULL)
    || ' ' || (SELECT count(revealed) || ' ' || count(*) FROM sitting WHERE sitting.recipe_id = recipe.id) AS stamp
  FROM trial JOIN recipe ON recipe.id = trial.recipe_id`;

export function createSourceStamps(db: ReadableDb): SourceStamps {
  const recipes = db.prepare<[string, number], RecipeStamp>(
    `${ofRecipe} WHERE recipe.id > ? ORDER BY recipe.id LIMIT ?`,
  );
  const trials = db.prepare<[string, number], TrialStamp>(`${ofTrial} WHERE trial.id > ? ORDER BY trial.id LIMIT ?`);
  const recipe = db.prepare<[RecipeId], RecipeStamp>(`${ofRecipe} WHERE recipe.id = ?`);
  const trial = db.prepare<[TrialId], TrialStamp>(`${ofTrial} WHERE trial.id = ?`);
  const trialsOf = db.prepare<[RecipeId], TrialStamp>(`${ofTrial} WHERE trial.recipe_id = ?`);
  return {
    recipes: (after, limit) => recipes.all(after, limit),
    trials: (after, limit) => trials.all(after, limit),
    recipe: (id) => recipe.get(id),
    trial: (id) => trial.get(id),
    trialsOf: (recipeId) => trialsOf.all(recipeId),
  };
}
