/** @file What is in a concentrate, material by material: the exploded view of the bench. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { type Decimal, one } from '#perfumery/units/decimal.ts';
import { quotient } from '#perfumery/units/whole.ts';
import { type Exploded, explode } from './explode.ts';
import type { Accords, Formula } from './formula.ts';

/** One material of the concentrate. Shares are % of the concentrate. */
export interface MaterialShare {
  readonly materialId: MaterialId;
  readonly total: Decimal;
  /** Weighed for itself. */
  readonly neat: Decimal;
  /** As what other materials are diluted in. */
  readonly asSolvent: Decimal;
  /** The lines it comes from, in the order of the formula. */
  readonly lineIds: readonly LineId[];
}

export interface ExplodedView {
  /** Largest first. */
  readonly materials: readonly MaterialShare[];
  /** % of the concentrate that could not be named: missing accords, unnamed solvents. */
  readonly unnamed: Decimal;
}

/** The materials of the concentrate of `formula`, accords opened and dilutions split. Empty for an empty formula. */
export function explodedView(formula: Formula, accords: Accords): ExplodedView {
  return viewOf(explode(formula, accords));
}

/** The same of an explosion that is already at hand. */
export function viewOf({ lines, concentrate }: Exploded): ExplodedView {
  if (concentrate === 0n) return { materials: [], unnamed: 0n as Decimal };
  const sums = new Map<MaterialId, { neat: bigint; solvent: bigint; lineIds: Set<LineId> }>();
  let named = 0n;
  for (const { lineId, isCarrier, leaves } of lines) {
    if (isCarrier) continue;
    for (const { materialId, amount, role } of leaves) {
      const sum = sums.get(materialId) ?? { neat: 0n, solvent: 0n, lineIds: new Set() };
      sum[role] += amount;
      sum.lineIds.add(lineId);
      sums.set(materialId, sum);
      named += amount;
    }
  }
  const percent = (amount: bigint) => quotient(amount * 100n * one, concentrate) as Decimal;
  const materials = [...sums].map(([materialId, { neat, solvent, lineIds }]) => ({
    materialId,
    total: percent(neat + solvent),
    neat: percent(neat),
    asSolvent: percent(solvent),
    lineIds: [...lineIds],
  }));
  materials.sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : 0));
  return { materials, unnamed: percent(concentrate - named) };
}
