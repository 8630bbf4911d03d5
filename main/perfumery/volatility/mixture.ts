/**
 * @file What the finished product is made of, by mass: accords opened, dilutions taken apart, the carrier at the product's
 * dosage. Shares are reduced fractions until the last moment, so that neither the order of lines nor a line split in two
 * moves a single bit.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { decimal, one } from '#perfumery/units/decimal.ts';
import { gcd } from '#perfumery/units/whole.ts';

export interface Portion {
  readonly materialId: MaterialId;
  /** Of the finished product, 0 to 1. */
  readonly share: number;
  /** Lines it comes from, in the order of the formula; none for the carrier the product adds. */
  readonly lineIds: readonly LineId[];
}

export interface Mixture {
  /** By material id. Nothing that weighs nothing. */
  readonly portions: readonly Portion[];
  /** Of the finished product: what could not be named. */
  readonly unnamed: number;
}

/** What is in the finished product. Carrier lines overrule its dosage, as everywhere. */
export function mixtureOf(formula: Formula, product: Product, accords: Accords): Mixture {
  const { lines, concentrate, carrier } = explode(formula, accords);
  const whole = 100n * one;
  const dosage = carrier > 0n ? whole : decimal(product.dosage);
  const all = (concentrate + carrier) * whole;
  const portions = new Map<MaterialId, { amount: bigint; lineIds: Set<LineId> }>();
  const add = (id: MaterialId, amount: bigint, lineId?: LineId) => {
    if (amount === 0n) return;
    const portion = portions.get(id) ?? { amount: 0n, lineIds: new Set() };
    portion.amount += amount;
    if (lineId !== undefined) portion.lineIds.add(lineId);
    portions.set(id, portion);
  };
  let unnamed = 0n;
  for (const { lineId, amount, leaves } of lines) {
    let named = 0n;
    for (const leaf of leaves) {
      named += leaf.amount;
      add(leaf.materialId, leaf.amount * dosage, lineId);
    }
    unnamed += (amount - named) * dosage;
  }
  if (carrier === 0n && all > 0n) add(product.carrierId, concentrate * (whole - dosage));
  return {
    portions: [...portions]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([materialId, { amount, lineIds }]) => ({ materialId, share: ratio(amount, all), lineIds: [...lineIds] })),
    unnamed: ratio(unnamed, all),
  };
}

function ratio(part: bigint, whole: bigint): number {
  if (part === 0n || whole === 0n) return 0;
  const common = gcd(part, whole);
  return Number(part / common) / Number(whole / common);
}
