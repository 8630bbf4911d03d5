import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { assessStability, type StabilityAnswer } from '#perfumery/stability/assess-stability.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface StabilityNeeds extends Pick<RecipeNeeds, 'trials'>, Pick<MaterialNeeds, 'materials'> {}

/** Looks for what a chemist would warn of in a formula that need not be kept anywhere. */
export function checkStability({ trials, materials }: StabilityNeeds) {
  return ({ formula, product }: { readonly formula: Formula; readonly product: Product }): StabilityAnswer => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    return assessStability(formula, {
      product,
      accords: accordsFor({ trials })(formula),
      materials: materials.material,
    });
  };
}
