import { invariant, StudioError } from '#foundation/errors.ts';
import { type BatchId, newId, type RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { LotChange, StockAct } from '#perfumery/stock/lot.ts';
import { type Batch, isDay, looksAfter } from '#perfumery/stock/maceration.ts';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { freezeSmelled } from '#services/evaluations/freeze-smelled.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { commitStock, inOneStockAct } from './commit-stock.ts';
import { type BatchPlan, planBatch } from './plan-batch.ts';
import type { StockNeeds } from './stock-needs.ts';

export interface BatchToWeigh {
  readonly recipeId: RecipeId;
  /** g; absent: the product's batch. */
  readonly mass?: DecimalText;
  /** ISO date on which it is made. */
  readonly madeOn: string;
  readonly note: string;
}

/** Makes a batch: freezes what is made, takes it off the shelf as one act, and puts the batch into the calendar of maceration. */
export function weighOutBatch(needs: StockNeeds) {
  return (asked: BatchToWeigh): { batch: Batch; plan: BatchPlan; act: StockAct; recipe: Recipe } => {
    const { recipeId, mass, madeOn, note } = asked;
    if (!isDay(madeOn)) throw new StudioError('batch.invalid', { reason: 'day', text: madeOn });
    return inOneStockAct(needs, (told) => {
      const { plan } = planBatch(needs)(recipeId, mass);
      const trial = freezeSmelled(needs)(recipeId);
      const batch: Batch = {
        id: newId<BatchId>(),
        recipeId,
        trialId: trial.id,
        mass: plan.mass,
        madeOn,
        note,
        looks: looksAfter(madeOn),
      };
      needs.batches.insert(batch);
      const counted = new Map(
        plan.materials.flatMap(({ materialId, fromCount }) => {
          const held = needs.materials.find(materialId)?.shelf.stock;
          if (fromCount === undefined || held === undefined) return [];
          return [[materialId, decimalText(decimal(held) - decimal(fromCount))] as const];
        }),
      );
      const lots = plan.materials.flatMap(({ taken }) => taken.map((one) => deduction(needs, one)));
      const act = commitStock(needs, told)({ kind: 'weighed-out', lots, counted, recipeId, batchId: batch.id });
      return { batch, plan, act, recipe: openRecipe(needs)(recipeId) };
    });
  };
}

function deduction(
  { stock }: StockNeeds,
  { lotId, grams }: BatchPlan['materials'][number]['taken'][number],
): LotChange {
  const before = stock.lot(lotId);
  invariant(before, 'a plan takes from lots that are there');
  const left = decimal(before.left) - decimal(grams);
  invariant(left >= 0n, 'a plan never takes more than a lot holds');
  return { lotId, before, after: { ...before, left: decimalText(left) } };
}
