import { newId, type RecipeId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { checkFormula } from './check-lines.ts';
import { checkProduct } from './check-product.ts';
import { openRecipe } from './open-recipe.ts';
import type { RecipeNeeds } from './recipe-needs.ts';
import { tellChanged } from './tell-changed.ts';

/** What a new recipe begins with. */
export interface NewRecipe {
  readonly name: InTwoLanguages;
  readonly brief?: string;
  readonly product?: Product;
  readonly formula?: Formula;
}

/** What a recipe is for until the perfumer says so. */
export const usualProduct = {
  type: 'eau-de-parfum',
  category: '4',
  dosage: '15',
  batch: '100',
  bottle: '50',
  carrierId: 'ethanol',
} as Product;

/** Starts a recipe. */
export function createRecipe(needs: RecipeNeeds) {
  const { recipes, write, now } = needs;
  return ({ name, brief = '', product = usualProduct, formula = { lines: [] } }: NewRecipe): Recipe => {
    const id = newId<RecipeId>();
    checkProduct(needs)(product);
    checkFormula(needs)(id, formula);
    const created = now();
    const recipe = write(() => {
      recipes.insert({
        id,
        name,
        brief,
        product,
        formula,
        isExample: false,
        archived: false,
        created,
        updated: created,
      });
      return openRecipe(needs)(id);
    });
    tellChanged(needs)(id);
    return recipe;
  };
}
