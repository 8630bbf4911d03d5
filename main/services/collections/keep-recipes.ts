/** @file Keeps understood recipes, and notes what they came to. */
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { changeBetween } from '#perfumery/formula/change.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import { freeName } from '#services/free-name.ts';
import { keepAlong, keepWithAll, withAccords } from '#services/interchange/keep-understood.ts';
import { editRecipe } from '#services/recipes/edit-recipe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import type { Keep, Note } from './import-collection.ts';
import type { Choices } from './plan-materials.ts';
import type { CollectedRecipe } from './understand-recipes.ts';

/** More recipes than this are not told one by one: who follows would be let go. */
const mostTold = 200;

/** Makes, for each recipe, the act that keeps it. */
export function createRecipeKeeper(needs: CollectionNeeds, choices: Choices): (collected: CollectedRecipe) => Keep {
  const { recipes } = needs;
  let made = 0;
  const quiet: CollectionNeeds = {
    ...needs,
    announce: (event) => {
      made += 1;
      if (made <= mostTold) needs.announce(event);
    },
  };
  return ({ row, name, understood }) =>
    (note) => {
      if (!understood) return 'skipped';
      const id = recipes.idNamed(name);
      const choice = id ? (choices.rows[String(row)] ?? choices.byName) : 'keep-both';
      if (choice === 'skip') return 'skipped';
      if (id && choice === 'update') return update(note, { id, understood });
      const isTaken = (text: string) => recipes.isNamed(text);
      const { en, ko } = understood.name;
      const { recipeId, accordIds, materialIds } = keepWithAll(quiet)({
        ...understood,
        name: { en: freeName(en, isTaken), ko: freeName(ko, isTaken) },
      });
      noteAlong(note, materialIds, [...accordIds, recipeId]);
      return 'added';
    };

  function update(
    note: Note,
    { id, understood }: { readonly id: RecipeId; readonly understood: Understood },
  ): 'updated' | 'skipped' {
    const before = recipes.find(id);
    if (!before) return 'skipped';
    const product = understood.product && { product: { before: before.product, after: understood.product } };
    const { result, accordIds, materialIds } = keepAlong(quiet, understood, (along, accords) => {
      const change = { formula: changeBetween(before.formula, withAccords(understood.formula, accords)), ...product };
      return editRecipe(along)({ recipeId: id, revision: before.revision, kind: 'import', change });
    });
    noteAlong(note, materialIds, accordIds);
    note({
      what: 'recipe',
      subject: id,
      revision: result.revision,
      before: JSON.stringify({ revision: before.revision }),
    });
    return 'updated';
  }
}

function noteAlong(note: Note, materialIds: readonly MaterialId[], recipeIds: readonly RecipeId[]): void {
  for (const subject of materialIds) note({ what: 'material', subject, revision: 1, before: null });
  for (const subject of recipeIds) note({ what: 'recipe', subject, revision: 1, before: null });
}
