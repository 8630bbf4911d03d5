/**
 * @file What a perfume costs to make: a kilogram of concentrate, the batch, the filled bottle, and how much of that is
 * not known because somebody has not written down a price.
 *
 * Accords are opened and dilutions paid for as what is in them, material and solvent. A material without a price adds
 * nothing to a sum; it is listed with its share, so that no total passes for more than it is.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { type ExplodedLine, explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { effectiveDosage } from '#perfumery/formula/formula-totals.ts';
import { mixedDensity } from '#perfumery/formula/line-density.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { type Decimal, decimal, decimalOf, one } from '#perfumery/units/decimal.ts';
import { percentOf, scaled } from '#perfumery/units/rounding.ts';

/** The currency costs are told in, and what one unit of each other is worth in it. */
export interface Exchange {
  readonly currency: string;
  readonly rates: Readonly<Record<string, string>>;
}

export interface CostNeeds {
  readonly accords: Accords;
  readonly materialOf: (id: MaterialId) => LibraryMaterial | undefined;
  readonly exchange: Exchange;
}

/** Why a material's share costs an unknown amount. `unnamed`: an accord that is missing, or a solvent nobody named. */
export type Unpriced = {
  readonly why: 'no-price' | 'no-rate' | 'material-missing' | 'unnamed';
  readonly materialId?: MaterialId;
  readonly lineIds: readonly LineId[];
  /** % of the finished product. */
  readonly share: Decimal;
  /** The currency there is no rate for. */
  readonly currency?: string;
};

/** A density nobody knows, and what was taken for it, in g/mL. */
export interface AssumedDensity {
  readonly materialId?: MaterialId;
  readonly density: Decimal;
}

export interface LineCost {
  readonly lineId: LineId;
  /** In the batch, as far as prices are known. */
  readonly cost: Decimal;
  /** Per kg of the dilution as weighed. Absent while anything in the line has no price, or it weighs nothing. */
  readonly perKilogram?: Decimal;
  readonly isComplete: boolean;
}

/** Sums in `currency`, as far as prices are known. */
export interface Cost {
  readonly currency: string;
  readonly concentratePerKilogram: Decimal;
  readonly productPerKilogram: Decimal;
  readonly batch: Decimal;
  readonly bottle: Decimal;
  /** g in the filled bottle, and the density of the finished product behind it. */
  readonly bottleMass: Decimal;
  readonly density: Decimal;
  readonly assumedDensities: readonly AssumedDensity[];
  readonly lines: readonly LineCost[];
  /** What the batch costs in each currency that was paid in, before exchange. Currencies without a rate included. */
  readonly paidIn: readonly { readonly currency: string; readonly batch: Decimal }[];
  /** Largest share first. */
  readonly unpriced: readonly Unpriced[];
  /** % of the concentrate, and of the finished product, that no sum contains. */
  readonly uncoveredOfConcentrate: Decimal;
  readonly uncoveredOfProduct: Decimal;
}

/** g/mL taken for ethanol where the library does not say. */
export const ethanolDensity = decimal('0.789');
/** g/mL taken for anything else of unknown density: the middle of what odorants and their solvents have. An assumption, and told as one. */
export const assumedDensity = decimal('0.95');
/** The shipped id of ethanol. */
const ethanol = 'ethanol';

/** Works out what a formula costs as this product. Costs of 0 and no lines for a formula that weighs nothing. */
export function costOf(formula: Formula, product: Product, needs: CostNeeds): Cost {
  const exploded = explode(formula, needs.accords);
  const dosage = effectiveDosage(formula, product);
  const batch = decimal(product.batch);
  const ledger = new Ledger(needs);
  const massOf = massPerUnit(exploded.concentrate, { carrier: exploded.carrier, dosage, batch });
  const lines = exploded.lines.map((line) => ledger.enter(line, massOf));
  if (exploded.carrier === 0n && exploded.concentrate > 0n) {
    ledger.enterFill(product.carrierId, (batch - scaled(batch, dosage, 100n * one)) as Decimal);
  }
  const concentrateMass = exploded.concentrate === 0n ? 0n : scaled(batch, dosage, 100n * one);
  const isEmpty = exploded.concentrate + exploded.carrier === 0n;
  const { density, assumed } = ledger.density();
  const bottleMass = isEmpty ? (0n as Decimal) : scaled(decimal(product.bottle), density, one);
  const perKilogram = (cost: bigint, mass: bigint) => (mass === 0n ? (0n as Decimal) : scaled(cost, 1000n * one, mass));
  const total = ledger.inProduct;
  return {
    currency: needs.exchange.currency,
    concentratePerKilogram: perKilogram(ledger.inConcentrate, concentrateMass),
    productPerKilogram: perKilogram(total, isEmpty ? 0n : batch),
    batch: total,
    bottle: batch === 0n ? (0n as Decimal) : scaled(total, bottleMass, batch),
    bottleMass,
    density,
    assumedDensities: assumed,
    lines,
    paidIn: ledger.paidIn(),
    unpriced: ledger.unpriced(batch),
    uncoveredOfConcentrate: percentOf(ledger.uncoveredConcentrate, concentrateMass),
    uncoveredOfProduct: percentOf(ledger.uncovered, isEmpty ? 0n : batch),
  };
}

type MassOf = (amount: bigint, isCarrier: boolean) => Decimal;

/** Turns the explosion's units into g of the batch. */
function massPerUnit(
  concentrate: bigint,
  { carrier, dosage, batch }: { readonly carrier: bigint; readonly dosage: Decimal; readonly batch: Decimal },
): MassOf {
  if (carrier > 0n) return (amount) => scaled(amount, batch, concentrate + carrier);
  return (amount) => (concentrate === 0n ? (0n as Decimal) : scaled(amount * batch, dosage, concentrate * 100n * one));
}

/** Adds up masses and money, leaf by leaf. */
class Ledger {
  readonly #needs: CostNeeds;
  readonly #masses = new Map<MaterialId | undefined, bigint>();
  readonly #paid = new Map<string, bigint>();
  readonly #open = new Map<
    string,
    { entry: Omit<Unpriced, 'share' | 'lineIds'>; mass: bigint; lineIds: Set<LineId> }
  >();
  #concentrate = 0n;
  #carrier = 0n;
  uncovered = 0n;
  uncoveredConcentrate = 0n;

  constructor(needs: CostNeeds) {
    this.#needs = needs;
  }

  get inConcentrate(): Decimal {
    return this.#concentrate as Decimal;
  }

  get inProduct(): Decimal {
    return (this.#concentrate + this.#carrier) as Decimal;
  }

  enter(line: ExplodedLine, massOf: MassOf): LineCost {
    let [cost, missing, named] = [0n, 0n, 0n];
    for (const { materialId, amount } of line.leaves) {
      const mass = massOf(amount, line.isCarrier);
      named += amount;
      const paid = this.#pay(materialId, mass, line.lineId);
      if (paid === undefined) missing += mass;
      else cost += paid;
    }
    const unnamed = massOf(line.amount - named, line.isCarrier);
    if (unnamed > 0n) {
      missing += unnamed;
      this.#add(undefined, unnamed);
      this.#leaveOpen({ why: 'unnamed' }, unnamed, line.lineId);
    }
    this.uncovered += missing;
    if (line.isCarrier) this.#carrier += cost;
    else {
      this.#concentrate += cost;
      this.uncoveredConcentrate += missing;
    }
    const mass = massOf(line.amount, line.isCarrier);
    const isComplete = missing === 0n;
    const perKilogram = isComplete && mass > 0n ? scaled(cost, 1000n * one, mass) : undefined;
    return {
      lineId: line.lineId,
      cost: cost as Decimal,
      isComplete,
      ...(perKilogram !== undefined && { perKilogram }),
    };
  }

  enterFill(carrierId: MaterialId, mass: Decimal): void {
    if (mass === 0n) return;
    const paid = this.#pay(carrierId, mass);
    if (paid === undefined) this.uncovered += mass;
    else this.#carrier += paid;
  }

  /** g/mL of everything entered, and what had to be assumed for it. */
  density(): { readonly density: Decimal; readonly assumed: readonly AssumedDensity[] } {
    const assumed: AssumedDensity[] = [];
    const parts = [...this.#masses].map(([materialId, mass]) => {
      const known = materialId && this.#needs.materialOf(materialId)?.material.density?.value;
      if (known) return { mass: mass as Decimal, density: decimalOf(known) };
      const density = materialId === ethanol ? ethanolDensity : assumedDensity;
      assumed.push({ ...(materialId && { materialId }), density });
      return { mass: mass as Decimal, density };
    });
    return { density: mixedDensity(parts) ?? assumedDensity, assumed };
  }

  paidIn(): Cost['paidIn'] {
    return [...this.#paid].map(([currency, batch]) => ({ currency, batch: batch as Decimal }));
  }

  unpriced(batch: Decimal): readonly Unpriced[] {
    return [...this.#open.values()]
      .map(({ entry, mass, lineIds }) => ({ ...entry, lineIds: [...lineIds], share: percentOf(mass, batch) }))
      .sort((a, b) => (a.share === b.share ? 0 : a.share < b.share ? 1 : -1));
  }

  /** The cost of `mass` g in the common currency, or undefined with the reason noted. */
  #pay(materialId: MaterialId, mass: Decimal, lineId?: LineId): Decimal | undefined {
    this.#add(materialId, mass);
    const found = this.#needs.materialOf(materialId);
    const price = found?.shelf.price;
    if (!price) {
      this.#leaveOpen({ why: found ? 'no-price' : 'material-missing', materialId }, mass, lineId);
      return undefined;
    }
    const paid = scaled(mass, decimal(price.perKilogram), 1000n * one);
    this.#paid.set(price.currency, (this.#paid.get(price.currency) ?? 0n) + paid);
    const { currency, rates } = this.#needs.exchange;
    if (price.currency === currency) return paid;
    const rate = Object.hasOwn(rates, price.currency) ? rates[price.currency] : undefined;
    if (rate === undefined) {
      this.#leaveOpen({ why: 'no-rate', materialId, currency: price.currency }, mass, lineId);
      return undefined;
    }
    return scaled(mass * decimal(price.perKilogram), decimal(rate), 1000n * one * one);
  }

  #add(materialId: MaterialId | undefined, mass: bigint): void {
    if (mass > 0n) this.#masses.set(materialId, (this.#masses.get(materialId) ?? 0n) + mass);
  }

  #leaveOpen(entry: Omit<Unpriced, 'share' | 'lineIds'>, mass: bigint, lineId?: LineId): void {
    if (mass === 0n) return;
    const key = `${entry.why} ${entry.materialId ?? ''}`;
    const before = this.#open.get(key) ?? { entry, mass: 0n, lineIds: new Set<LineId>() };
    before.mass += mass;
    if (lineId) before.lineIds.add(lineId);
    this.#open.set(key, before);
  }
}
