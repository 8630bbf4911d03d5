import { type FormulaFault, StudioError } from '#foundation/errors.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { mostParts, neat } from '#perfumery/formula/formula-limits.ts';
import { parseDecimal } from '#perfumery/units/decimal.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** Refuses a product that cannot be made: a dosage outside 0 to 100 %, a negative or absurd batch, a carrier nobody has. */
export function checkProduct({ hasMaterial }: Pick<RecipeNeeds, 'hasMaterial'>) {
  return (product: Product, before?: Product): void => {
    const dosage = parseDecimal(product.dosage);
    if (dosage === undefined || dosage <= 0n || dosage > neat) throw fault('dosage-out-of-range', product.dosage);
    for (const text of [product.batch, product.bottle]) {
      const amount = parseDecimal(text);
      if (amount === undefined) throw fault('amount-not-a-number', text);
      if (amount < 0n) throw fault('amount-negative', text);
      if (amount > mostParts) throw fault('amount-absurd', text);
    }
    if (product.carrierId !== before?.carrierId && !hasMaterial(product.carrierId)) {
      throw new StudioError('material.not-found', { materialId: product.carrierId });
    }
  };
}

function fault(reason: FormulaFault, text: string): StudioError {
  return new StudioError('formula.invalid', { reason, text });
}
