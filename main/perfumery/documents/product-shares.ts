/** @file The finished product, material by material: what stands on a label and what hazards are summed over. */
import type { MaterialId } from '#foundation/ids.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { type Decimal, decimal, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';

export interface ProductShare {
  readonly materialId: MaterialId;
  /** % of the finished product. */
  readonly percent: Decimal;
}

export interface ProductShares {
  /** Materials of the concentrate, solvents of dilutions included, largest first. */
  readonly perfume: readonly ProductShare[];
  /** Carriers, largest first: the carrier lines, or what the product is filled up with. */
  readonly carriers: readonly ProductShare[];
  /** % of the finished product that is concentrate. */
  readonly dosage: Decimal;
  /** % of the finished product that could not be named: missing accords, unnamed solvents. */
  readonly unnamed: Decimal;
}

const hundred = 100n * one;

/** What the product is made of; all of nothing for an empty formula. */
export function productShares(formula: Formula, product: Product, accords: Accords): ProductShares {
  const { lines, concentrate, carrier } = explode(formula, accords);
  if (concentrate + carrier === 0n) return { perfume: [], carriers: [], dosage: 0n as Decimal, unnamed: 0n as Decimal };
  const dosage = carrier > 0n ? scaled(concentrate, hundred, concentrate + carrier) : decimal(product.dosage);
  const [perfume, carriers] = [new Map<MaterialId, bigint>(), new Map<MaterialId, bigint>()];
  let named = 0n;
  for (const { isCarrier, leaves } of lines) {
    const sums = isCarrier ? carriers : perfume;
    for (const { materialId, amount } of leaves) {
      sums.set(materialId, (sums.get(materialId) ?? 0n) + amount);
      named += amount;
    }
  }
  const [part, whole] = carrier > 0n ? [hundred, concentrate + carrier] : [dosage, concentrate];
  const percents = (sums: ReadonlyMap<MaterialId, bigint>): ProductShare[] =>
    [...sums]
      .map(([materialId, amount]) => ({ materialId, percent: scaled(amount, part, whole) }))
      .sort((a, b) => (a.percent < b.percent ? 1 : a.percent > b.percent ? -1 : 0));
  const filled =
    carrier > 0n || dosage >= hundred ? [] : [{ materialId: product.carrierId, percent: hundred - dosage }];
  return {
    perfume: percents(perfume),
    carriers: carrier > 0n ? percents(carriers) : (filled as ProductShare[]),
    dosage,
    unnamed: scaled(concentrate + carrier - named, part, whole),
  };
}
