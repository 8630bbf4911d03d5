import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Judge } from '#perfumery/safety/judge.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface SafetyNeeds extends Pick<RecipeNeeds, 'trials'> {
  readonly judge: Judge;
}

/** Judges a formula that need not be kept anywhere. What it names and nobody has is unknown in the answer, not refused. */
export function checkFormula({ judge, trials }: SafetyNeeds) {
  return ({ formula, product }: { readonly formula: Formula; readonly product: Product }): SafetyAnswer => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    return judge(formula, { product, accords: accordsFor({ trials })(formula) });
  };
}
