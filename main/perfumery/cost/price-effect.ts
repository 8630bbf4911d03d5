import type { MaterialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Price } from '#perfumery/material/shelf.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';
import { type CostNeeds, costOf } from './cost.ts';

/** What one material's price does to a kilogram of concentrate. */
export interface PriceEffect {
  readonly before: Decimal;
  readonly after: Decimal;
  /** % of the concentrate that no sum contains, at the new price. */
  readonly uncovered: Decimal;
}

/** The cost of a kilogram of concentrate with `materialId` at one price and at another; undefined: no price. */
export function priceEffect(
  { formula, product }: { readonly formula: Formula; readonly product: Product },
  needs: CostNeeds,
  {
    materialId,
    before,
    after,
  }: { readonly materialId: MaterialId; readonly before: Price | undefined; readonly after: Price | undefined },
): PriceEffect {
  const at = (price: Price | undefined) =>
    costOf(formula, product, {
      ...needs,
      materialOf: (id) => {
        const found = needs.materialOf(id);
        if (id !== materialId || !found) return found;
        const { price: _, ...shelf } = found.shelf;
        return { ...found, shelf: price ? { ...shelf, price } : shelf };
      },
    });
  const then = at(after);
  return {
    before: at(before).concentratePerKilogram,
    after: then.concentratePerKilogram,
    uncovered: then.uncoveredOfConcentrate,
  };
}
