import { newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { freeName } from '#services/free-name.ts';
import { getTrial } from './get-trial.ts';
import { openRecipe } from './open-recipe.ts';
import type { TrialNeeds } from './recipe-needs.ts';
import { tellChanged } from './tell-changed.ts';

/** A copy of a recipe under its own name, with a copy of every trial. Its history begins anew. */
export function duplicateRecipe(needs: TrialNeeds) {
  const { recipes, trials, write, now } = needs;
  return (recipeId: RecipeId): Recipe => {
    const id = newId<RecipeId>();
    const copy = write(() => {
      const { name, brief, product, formula, trials: heads, baseTrialId } = openRecipe(needs)(recipeId);
      const created = now();
      const isTaken = (text: string) => recipes.isNamed(text);
      const copyName = { en: freeName(name.en, isTaken), ko: freeName(name.ko, isTaken) };
      recipes.insert({
        id,
        name: copyName,
        brief,
        product,
        formula,
        isExample: false,
        archived: false,
        created,
        updated: created,
      });
      const copies = new Map(heads.map((head) => [head.id, newId<TrialId>()]));
      for (const head of heads) {
        const { parentId: oldParent, ...trial } = getTrial(needs)(head.id);
        const parentId = oldParent && copies.get(oldParent);
        const copied = copies.get(head.id) ?? newId<TrialId>();
        trials.insert({ ...trial, id: copied, recipeId: id, ...(parentId && { parentId }) });
        needs.verdicts.copy(head.id, copied);
      }
      recipes.setBase(id, baseTrialId && copies.get(baseTrialId));
      recipes.countTrials(id, created);
      return openRecipe(needs)(id);
    });
    tellChanged(needs)(id);
    return copy;
  };
}
