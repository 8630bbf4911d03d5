/** @file What a formula adds up to: all parts, the concentrate, the carrier, and what in it smells. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { type Decimal, decimal, one, zero } from '#perfumery/units/decimal.ts';
import { percentOf, scaled } from '#perfumery/units/rounding.ts';
import type { Formula, Line, Product } from './formula.ts';
import { neat } from './formula-limits.ts';

/** Sums in parts. `total` = `concentrate` + `carrier`; `active` is the part of the concentrate that smells. */
export interface FormulaTotals {
  readonly total: Decimal;
  readonly concentrate: Decimal;
  readonly carrier: Decimal;
  readonly active: Decimal;
}

/** Adds up a formula. An accord counts as smelling throughout; what it is made of is the business of the exploded view. */
export function formulaTotals(formula: Formula, isSolvent: (id: MaterialId) => boolean = () => false): FormulaTotals {
  let [concentrate, carrier, active] = [0n, 0n, 0n];
  for (const line of formula.lines) {
    const parts = decimal(line.parts);
    if (line.carrier) carrier += parts;
    else {
      concentrate += parts;
      active += activeParts(line, isSolvent);
    }
  }
  return {
    total: (concentrate + carrier) as Decimal,
    concentrate: concentrate as Decimal,
    carrier: carrier as Decimal,
    active: active as Decimal,
  };
}

/** The parts of a line that smell: without what it is diluted in, and nothing of a solvent or a carrier. */
export function activeParts(line: Line, isSolvent: (id: MaterialId) => boolean = () => false): Decimal {
  if (line.carrier) return zero;
  if (line.ingredient.kind === 'material' && isSolvent(line.ingredient.materialId)) return zero;
  return scaled(decimal(line.parts), decimal(line.dilution), neat);
}

/** Each line's share in %: of the concentrate, and of the finished product. A carrier has no share of the concentrate. */
export interface LineShare {
  readonly ofConcentrate: Decimal;
  readonly ofProduct: Decimal;
}

/** The shares of every line, by line id. `dosage` in %, as from `effectiveDosage`. */
export function lineShares(formula: Formula, dosage: Decimal): ReadonlyMap<LineId, LineShare> {
  const { concentrate, total, carrier } = formulaTotals(formula);
  return new Map(
    formula.lines.map((line) => {
      const parts = decimal(line.parts);
      const ofConcentrate = line.carrier ? zero : percentOf(parts, concentrate);
      const ofProduct =
        carrier > 0n ? percentOf(parts, total) : concentrate === 0n ? zero : scaled(parts, dosage, concentrate);
      return [line.id, { ofConcentrate, ofProduct }];
    }),
  );
}

/** % of concentrate in the finished product. Carrier lines, once they weigh something, overrule `product.dosage`. */
export function effectiveDosage(formula: Formula, product: Product): Decimal {
  const { concentrate, carrier, total } = formulaTotals(formula);
  return carrier > 0n ? percentOf(concentrate, total) : decimal(product.dosage);
}

/** g of concentrate in the batch. */
export function concentrateMass(formula: Formula, product: Product): Decimal {
  return scaled(effectiveDosage(formula, product), decimal(product.batch), 100n * one);
}
