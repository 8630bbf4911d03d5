/** @file Several formulas beside one another: how much of each ingredient is in the concentrate of each. */
import { type Decimal, zero } from '#perfumery/units/decimal.ts';
import { percentOf } from '#perfumery/units/rounding.ts';
import type { Formula, Ingredient } from './formula.ts';
import { activeParts, formulaTotals } from './formula-totals.ts';

export interface ComparedIngredient {
  readonly ingredient: Ingredient;
  /** % of the concentrate that the neat ingredient is, in the order of the formulas; 0 where it is not in one. */
  readonly shares: readonly Decimal[];
  readonly isSame: boolean;
}

/** Every ingredient that smells, by what differs most; lines of the same ingredient count together, carriers not at all. */
export function compareFormulas(formulas: readonly Formula[]): readonly ComparedIngredient[] {
  const rows = new Map<string, { readonly ingredient: Ingredient; readonly parts: bigint[] }>();
  for (const [at, { lines }] of formulas.entries()) {
    for (const line of lines) {
      if (line.carrier) continue;
      const { ingredient } = line;
      const key = ingredient.kind === 'material' ? ingredient.materialId : ingredient.trialId;
      const row = rows.get(key) ?? { ingredient, parts: formulas.map(() => 0n) };
      row.parts[at] = (row.parts[at] ?? 0n) + activeParts(line);
      rows.set(key, row);
    }
  }
  const concentrates = formulas.map((formula) => formulaTotals(formula).concentrate);
  return [...rows.values()]
    .map(({ ingredient, parts }) => {
      const shares = parts.map((part, at) => percentOf(part, concentrates[at] ?? zero));
      return { ingredient, shares, isSame: shares.every((share) => share === shares[0]) };
    })
    .sort((a, b) => (spread(a.shares) < spread(b.shares) ? 1 : -1));
}

function spread(shares: readonly bigint[]): bigint {
  let [least, most] = [shares[0] ?? 0n, shares[0] ?? 0n];
  for (const share of shares) {
    if (share < least) least = share;
    if (share > most) most = share;
  }
  return most - least;
}
