/** @file What in a concentrate smells, material by material: accords opened, solvents and carriers left out. */
import type { MaterialId } from '#foundation/ids.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';

export interface OdourMasses {
  /** In a unit common to this answer only; for shares of one another. */
  readonly masses: ReadonlyMap<MaterialId, bigint>;
  /** The part of accords that could not be opened: it smells of something, and nobody knows of what. */
  readonly unnamed: bigint;
}

export type MaterialOf = (id: MaterialId) => Material | undefined;

/** The odour mass of each material. A material that is a solvent does not count, wherever it stands. */
export function odourMasses(formula: Formula, accords: Accords, materialOf: MaterialOf): OdourMasses {
  const masses = new Map<MaterialId, bigint>();
  let unnamed = 0n;
  for (const line of explode(formula, accords).lines) {
    if (line.isCarrier) continue;
    let named = 0n;
    for (const { materialId, amount, role } of line.leaves) {
      named += amount;
      if (role === 'solvent' || materialOf(materialId)?.kind === 'solvent') continue;
      masses.set(materialId, (masses.get(materialId) ?? 0n) + amount);
    }
    const isOnlySolvent = line.problems.length > 0 && line.problems.every(({ why }) => why === 'solvent-not-named');
    if (!isOnlySolvent) unnamed += line.amount - named;
  }
  return { masses, unnamed };
}
