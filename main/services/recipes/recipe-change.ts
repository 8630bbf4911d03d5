/** @file Edits of a recipe as values: its formula and its product together. */
import { applyChange, changeBetween, invertChange, isEmptyChange } from '#perfumery/formula/change.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { RecipeChange } from '#perfumery/formula/recipe.ts';

/** What an edit changes: the formula and what it is for. */
export interface Bench {
  readonly formula: Formula;
  readonly product: Product;
}

/** What leads from `before` to `after`. */
export function recipeChangeBetween(before: Bench, after: Bench): RecipeChange {
  const isSameProduct = productKeys.every((key) => before.product[key] === after.product[key]);
  return {
    formula: changeBetween(before.formula, after.formula),
    ...(!isSameProduct && { product: { before: before.product, after: after.product } }),
  };
}

/** `bench` with the change made. */
export function applyRecipeChange({ formula, product }: Bench, change: RecipeChange): Bench {
  return { formula: applyChange(formula, change.formula), product: change.product?.after ?? product };
}

/** The change that takes `change` back. */
export function invertRecipeChange({ formula, product }: RecipeChange): RecipeChange {
  return {
    formula: invertChange(formula),
    ...(product && { product: { before: product.after, after: product.before } }),
  };
}

/** Whether nothing would change. */
export function isEmptyRecipeChange({ formula, product }: RecipeChange): boolean {
  return isEmptyChange(formula) && product === undefined;
}

const productKeys = ['type', 'category', 'dosage', 'batch', 'bottle', 'carrierId'] as const satisfies (keyof Product)[];
