import { inTurns } from '#foundation/slices.ts';
import type { Breath } from '#foundation/task.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { assessingStability, type StabilityAnswer } from '#perfumery/stability/assess-stability.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface StabilityNeeds extends Pick<RecipeNeeds, 'trials'>, Pick<MaterialNeeds, 'materials'> {
  readonly breath: Breath;
}

/** Looks for what a chemist would warn of in a formula that need not be kept anywhere; everybody else has turns in between. */
export function checkStability({ trials, materials, breath }: StabilityNeeds) {
  return async (
    { formula, product }: { readonly formula: Formula; readonly product: Product },
    signal?: AbortSignal,
  ): Promise<StabilityAnswer> => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    const accords = accordsFor({ trials })(formula);
    await breath.rest();
    const work = assessingStability(formula, { product, accords, materials: materials.material });
    return inTurns(work, breath, signal);
  };
}
