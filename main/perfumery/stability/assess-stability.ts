/** @file All the rules of stability over one formula in its product. */
import type { MaterialId } from '#foundation/ids.ts';
import { atOnce, type Slices } from '#foundation/slices.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import { mixtureOf } from '#perfumery/volatility/mixture.ts';
import { acetals } from './acetals.ts';
import { acidAndAlkali } from './acid-and-alkali.ts';
import { autoxidation } from './autoxidation.ts';
import type { Rule } from './circumstances.ts';
import { crystallising } from './crystallising.ts';
import { discolouration } from './discolouration.ts';
import { type StabilityFinding, stabilityRules } from './finding.ts';
import { haze } from './haze.ts';
import { nitrosamines } from './nitrosamines.ts';
import { schiffBases } from './schiff-bases.ts';
import { substancesOf } from './substances.ts';

export interface StabilitySettings {
  readonly product: Product;
  readonly accords: Accords;
  readonly materials: (id: MaterialId) => Material | undefined;
}

/** What was found, and what could not be looked at. */
export interface StabilityAnswer {
  /** What is likely first, then in the order of the rules. */
  readonly findings: readonly StabilityFinding[];
  /** Materials of which neither structure nor composition nor a CAS number is known, or that are not in the library. */
  readonly notLookedAt: readonly MaterialId[];
}

const rules: readonly Rule[] = [
  schiffBases,
  discolouration,
  autoxidation,
  crystallising,
  haze,
  acidAndAlkali,
  acetals,
  nitrosamines,
];

/** Looks for what a chemist would warn of. */
export function assessStability(formula: Formula, settings: StabilitySettings): StabilityAnswer {
  return atOnce(assessingStability(formula, settings));
}

/** `assessStability` in slices of a material or a rule. */
export function* assessingStability(
  formula: Formula,
  { product, accords, materials }: StabilitySettings,
): Slices<StabilityAnswer> {
  const mixture = mixtureOf(formula, product, accords);
  const substances = yield* substancesOf(mixture, materials);
  const places = new Map(formula.lines.map(({ id }, at) => [id, at]));
  const found: StabilityFinding[] = [];
  for (const rule of rules) {
    const findings = rule({ substances, mixture, materials, product });
    found.push(...('next' in findings ? yield* findings : findings));
    yield;
  }
  const findings = found.map((finding) => ({
    ...finding,
    lineIds: finding.lineIds.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
  }));
  const rank = ({ weight, rule }: StabilityFinding) => (weight === 'watch' ? 0 : 100) + stabilityRules.indexOf(rule);
  return {
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
    notLookedAt: mixture.portions.flatMap(({ materialId }) => {
      const material = materials(materialId);
      const isKnown = material && (material.smiles || material.constituents?.length || material.cas.length > 0);
      return isKnown ? [] : [materialId];
    }),
  };
}
