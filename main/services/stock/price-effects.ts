import { StudioError } from '#foundation/errors.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { priceEffect } from '#perfumery/cost/price-effect.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Price } from '#perfumery/material/shelf.ts';
import { type DecimalText, decimalText } from '#perfumery/units/decimal.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { StockNeeds } from './stock-needs.ts';

/** What a price does to one recipe: its concentrate per kg, in `currency`. */
export interface RecipeEffect {
  readonly recipeId: RecipeId;
  readonly name: InTwoLanguages;
  readonly before: DecimalText;
  readonly after: DecimalText;
  /** % of the concentrate that has no price. */
  readonly uncovered: DecimalText;
}

export interface PriceEffects {
  readonly currency: string;
  /** The largest change first. Recipes whose cost stays are left out. */
  readonly recipes: readonly RecipeEffect[];
}

/** What another price of a material does to every recipe in work. `before` absent: the price on the shelf now; null: no price. */
export function priceEffects(needs: StockNeeds) {
  return (asked: { materialId: MaterialId; before?: Price | null; after: Price | null }): PriceEffects => {
    const { materialId, after } = asked;
    const found = needs.materials.find(materialId);
    if (!found) throw new StudioError('material.not-found', { materialId });
    const before = asked.before === undefined ? found.shelf.price : (asked.before ?? undefined);
    const exchange = needs.exchange();
    const recipes = needs.stock.mayUse(materialId).flatMap((recipeId) => {
      const recipe = needs.recipes.find(recipeId);
      if (!recipe) return [];
      const costNeeds = {
        accords: accordsFor(needs)(recipe.formula),
        materialOf: needs.materials.find,
        exchange,
      };
      const effect = priceEffect(recipe, costNeeds, { materialId, before, after: after ?? undefined });
      if (effect.before === effect.after) return [];
      return [{ recipeId, name: recipe.name, ...effect }];
    });
    recipes.sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));
    return {
      currency: exchange.currency,
      recipes: recipes.map((one) => ({
        ...one,
        before: decimalText(one.before),
        after: decimalText(one.after),
        uncovered: decimalText(one.uncovered),
      })),
    };
  };
}

function size({ before, after }: { readonly before: bigint; readonly after: bigint }): bigint {
  return after > before ? after - before : before - after;
}
