import { inTurns } from '#foundation/slices.ts';
import type { Breath } from '#foundation/task.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { substancesByCas } from '#perfumery/material/substances-by-cas.ts';
import type { ThresholdModel } from '#perfumery/odour/estimate-threshold.ts';
import { type Evolution, evolving } from '#perfumery/odour/evolution.ts';
import type { PressureModel } from '#perfumery/volatility/estimate-vapour-pressure.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface PhysicsNeeds extends Pick<RecipeNeeds, 'trials'>, Pick<MaterialNeeds, 'materials'> {
  readonly thresholds: ThresholdModel;
  readonly pressures: PressureModel;
  readonly breath: Breath;
}

interface Wanted {
  readonly formula: Formula;
  readonly product: Product;
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
}

/**
 * Follows a formula that need not be kept anywhere from 0 to 48 hours, in slices between which everybody else has a turn. What
 * nobody has stays in the film, unsmelled.
 */
export function evolveFormula({ trials, materials, thresholds, pressures, breath }: PhysicsNeeds) {
  return async ({ formula, product, surface, activity }: Wanted, signal?: AbortSignal): Promise<Evolution> => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    const accords = accordsFor({ trials })(formula);
    await breath.rest();
    const substances = substancesByCas(materials.all().map(({ material }) => material));
    await breath.rest();
    const work = evolving(formula, {
      product,
      accords,
      materials: materials.material,
      substances: (cas) => substances.get(cas),
      surface,
      activity,
      thresholds,
      pressures,
    });
    return inTurns(work, breath, signal);
  };
}
