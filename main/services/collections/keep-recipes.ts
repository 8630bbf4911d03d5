/** @file Keeps understood recipes, and notes what they came to. */
import { changeBetween } from '#perfumery/formula/change.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import { freeName } from '#services/free-name.ts';
import { keepUnderstood } from '#services/interchange/keep-understood.ts';
import { editRecipe } from '#services/recipes/edit-recipe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import type { Keep } from './import-collection.ts';
import type { Choices } from './plan-materials.ts';
import type { CollectedRecipe } from './understand-recipes.ts';

/** More recipes than this are not told one by one: who follows would be let go. */
const mostTold = 200;

/** Makes, for each recipe, the act that keeps it. */
export function createRecipeKeeper(needs: CollectionNeeds, choices: Choices): (collected: CollectedRecipe) => Keep {
  const { recipes, collections } = needs;
  let made = 0;
  const quiet: CollectionNeeds = {
    ...needs,
    announce: (event) => {
      made += 1;
      if (made <= mostTold) needs.announce(event);
    },
  };
  return ({ row, name, understood }) =>
    (importId, number) => {
      if (!understood) return 'skipped';
      const id = recipes.idNamed(name);
      const choice = id ? (choices.rows[String(row)] ?? choices.byName) : 'keep-both';
      if (choice === 'skip') return 'skipped';
      if (id && choice === 'update') return update(importId, number, { id, understood });
      const isTaken = (text: string) => recipes.isNamed(text);
      const { en, ko } = understood.name;
      const kept = keepUnderstood(quiet)({
        ...understood,
        name: { en: freeName(en, isTaken), ko: freeName(ko, isTaken) },
      });
      note(importId, number, kept);
      return 'added';
    };

  function update(
    importId: string,
    number: number,
    {
      id,
      understood,
    }: { readonly id: NonNullable<ReturnType<typeof recipes.idNamed>>; readonly understood: Understood },
  ): 'updated' | 'skipped' {
    const before = recipes.find(id);
    if (!before) return 'skipped';
    const product = understood.product && { product: { before: before.product, after: understood.product } };
    const change = { formula: changeBetween(before.formula, understood.formula), ...product };
    const { revision } = editRecipe(quiet)({ recipeId: id, revision: before.revision, kind: 'import', change });
    note(importId, number, { id, revision }, JSON.stringify({ revision: before.revision }));
    return 'updated';
  }

  function note(
    importId: string,
    number: number,
    { id, revision }: { readonly id: string; readonly revision: number },
    before: string | null = null,
  ): void {
    collections.addChange(importId, { number, what: 'recipe', subject: id, revision, before });
  }
}
