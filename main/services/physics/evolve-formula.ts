import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { ThresholdModel } from '#perfumery/odour/estimate-threshold.ts';
import { type Evolution, evolve } from '#perfumery/odour/evolution.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface PhysicsNeeds extends Pick<RecipeNeeds, 'trials'>, Pick<MaterialNeeds, 'materials'> {
  readonly thresholds: ThresholdModel;
}

interface Wanted {
  readonly formula: Formula;
  readonly product: Product;
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
}

/** Follows a formula that need not be kept anywhere from 0 to 48 hours. What nobody has stays in the film, unsmelled. */
export function evolveFormula({ trials, materials, thresholds }: PhysicsNeeds) {
  return ({ formula, product, surface, activity }: Wanted): Evolution => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    const accords = accordsFor({ trials })(formula);
    return evolve(formula, { product, accords, materials: materials.material, surface, activity, thresholds });
  };
}
