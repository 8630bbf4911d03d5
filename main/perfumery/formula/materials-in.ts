import type { MaterialId } from '#foundation/ids.ts';
import type { Accords, Formula } from './formula.ts';

/** Every material that is weighed in a formula or in its accords, solvents too: each once, in the order of the lines. */
export function materialsIn(formula: Formula, accords: Accords): readonly MaterialId[] {
  const ids = new Set<MaterialId>();
  const opened = new Set<Formula>();
  const open = (one: Formula): void => {
    if (opened.has(one)) return;
    opened.add(one);
    for (const { ingredient, solventId } of one.lines) {
      if (ingredient.kind === 'material') ids.add(ingredient.materialId);
      else {
        const within = accords.get(ingredient.trialId);
        if (within) open(within);
      }
      if (solventId !== undefined) ids.add(solventId);
    }
  };
  open(formula);
  return [...ids];
}
