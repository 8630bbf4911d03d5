import { StudioError } from '#foundation/errors.ts';
import type { LotId, MaterialId, RecipeId } from '#foundation/ids.ts';
import { mostParts } from '#perfumery/formula/formula-limits.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { Verdict } from '#perfumery/safety/answer.ts';
import { materialsOfBatch } from '#perfumery/stock/materials-of-batch.ts';
import { takeFromLots } from '#perfumery/stock/take-from-lots.ts';
import { type DecimalText, decimal, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import { judgeBatch } from './judge-batch.ts';
import type { StockNeeds } from './stock-needs.ts';

/** What a batch takes off the shelf, in g. */
export interface BatchPlan {
  readonly mass: DecimalText;
  readonly materials: readonly PlannedMaterial[];
  /** g that could not be named: missing accords, unnamed solvents. */
  readonly unnamed: DecimalText;
  readonly judged: JudgedBatch;
}

/** What the batch is judged to be in the product's category, by the lots it is really weighed from. */
export interface JudgedBatch {
  readonly verdict: Verdict;
  readonly euLaw: Verdict;
  /** The same by the lots that are in use: what the bench shows. */
  readonly onBench: { readonly verdict: Verdict; readonly euLaw: Verdict };
  /** Lots whose own composition counts. */
  readonly lots: readonly {
    readonly materialId: MaterialId;
    readonly lot: string;
    readonly date?: string;
    readonly grams: DecimalText;
  }[];
}

export interface PlannedMaterial {
  readonly materialId: MaterialId;
  readonly grams: DecimalText;
  readonly taken: readonly { readonly lotId: LotId; readonly grams: DecimalText }[];
  /** Taken from a count by hand, where there are no lots. */
  readonly fromCount?: DecimalText;
  /** What the shelf does not hold. */
  readonly short: DecimalText;
  /** Nobody has counted it and there is no lot: nothing is taken. */
  readonly isUncounted: boolean;
}

/** Says what a batch of the working formula would take off the shelf, oldest expiry first; `mass` in g, else the product's batch. */
export function planBatch(needs: StockNeeds) {
  return (recipeId: RecipeId, mass?: DecimalText): { plan: BatchPlan; recipe: Recipe } => {
    const recipe = openRecipe(needs)(recipeId);
    const batch = mass ?? recipe.product.batch;
    const grams = parseDecimal(batch);
    if (grams === undefined || grams <= 0n || grams > mostParts) {
      throw new StudioError('batch.invalid', { reason: 'mass', text: batch });
    }
    const { materials, unnamed } = materialsOfBatch(
      recipe.formula,
      { ...recipe.product, batch },
      { accords: accordsFor(needs)(recipe.formula), resolution: decimal(needs.scaleResolution()) },
    );
    if (materials.length === 0) throw new StudioError('stock.nothing-to-weigh', { recipeId });
    const planned = materials.map(({ materialId, grams: needed }) => planOne(needs, materialId, needed));
    return {
      recipe,
      plan: {
        mass: batch,
        unnamed: decimalText(unnamed),
        materials: planned,
        judged: judgeBatch(needs)(recipe, planned),
      },
    };
  };
}

function planOne({ stock, materials }: StockNeeds, materialId: MaterialId, needed: bigint): PlannedMaterial {
  const grams = decimalText(needed);
  const lots = stock.lotsOf(materialId);
  if (lots.length > 0) {
    const { taken, short } = takeFromLots(lots, decimal(grams));
    return {
      materialId,
      grams,
      taken: taken.map((one) => ({ lotId: one.lotId, grams: decimalText(one.grams) })),
      short: decimalText(short),
      isUncounted: false,
    };
  }
  const counted = materials.find(materialId)?.shelf.stock;
  if (counted === undefined) return { materialId, grams, taken: [], short: grams, isUncounted: true };
  const held = decimal(counted);
  const take = held < needed ? held : needed;
  return {
    materialId,
    grams,
    taken: [],
    fromCount: decimalText(take),
    short: decimalText(needed - take),
    isUncounted: false,
  };
}
