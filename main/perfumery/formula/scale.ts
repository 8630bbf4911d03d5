/**
 * @file From a formula to the balance: what to weigh for a batch, to the step the scale can show, and what is too little
 * to weigh well.
 *
 * The rows always add up to the batch as the scale can show it: what rounding leaves over goes to the carrier, or to the
 * largest row where there is none.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { type Decimal, decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { percentOf, roundToStep, scaled } from '#perfumery/units/rounding.ts';
import { type AmountScale, amountScale, gramsOfParts } from './amounts.ts';
import type { Formula, Line, Product } from './formula.ts';

/** What to do about a dose the scale cannot weigh well. */
export type DoseHint =
  /** Prepare the material at `percent` in solvent; of that, `grams` are to be weighed. */
  | { readonly how: 'dilute'; readonly percent: Decimal; readonly grams: Decimal }
  /** Even 0.1 % would be too little: from this batch, in g, upwards the strongest dilution that helps is 0.1 %. */
  | { readonly how: 'larger-batch'; readonly batch: Decimal };

/** One row of the batch sheet, in g of the dilution as weighed. */
export interface WeighingRow {
  /** The line; absent for the carrier that the product asks for and the formula does not list. */
  readonly lineId?: LineId;
  readonly materialId?: MaterialId;
  readonly isCarrier: boolean;
  readonly exact: Decimal;
  /** To the step of the scale. */
  readonly weigh: Decimal;
  /** (weigh − exact) ÷ exact in %; 0 for an amount of nothing. */
  readonly error: Decimal;
  readonly hint?: DoseHint;
}

export interface BatchSheet {
  readonly rows: readonly WeighingRow[];
  /** Sum of the rows' `weigh`. */
  readonly total: Decimal;
  /** g of concentrate and of carrier among them. */
  readonly concentrate: Decimal;
  readonly carrier: Decimal;
}

const errorWorthAHint = 5n * one;
const dilutions = ['10', '1', '0.1'].map(decimal);

/** What to weigh for the product's batch on a scale that shows steps of `resolution` g. Empty while the formula weighs nothing. */
export function weighOut(formula: Formula, product: Product, resolution: Decimal): BatchSheet {
  const scale = amountScale(formula, product);
  if (scale.concentrate + scale.carrier === 0n || resolution <= 0n) return empty;
  const target = roundToStep(scale.batch, resolution);
  const rows = formula.lines.map((line) => {
    const exact = gramsOfParts(decimal(line.parts), scale);
    const hint = hintFor(line, exact, { resolution, batch: scale.batch });
    return {
      lineId: line.id,
      ...(line.ingredient.kind === 'material' && { materialId: line.ingredient.materialId }),
      isCarrier: line.carrier,
      exact,
      weigh: roundToStep(exact, resolution),
      ...(hint && { hint }),
    };
  });
  const all = [...rows, ...fill(scale, product, resolution)];
  const left = target - all.reduce((sum, { weigh }) => sum + weigh, 0n);
  const taker = takerOf(all);
  const weighed = all.map((row) => {
    const weigh = (row === taker ? row.weigh + left : row.weigh) as Decimal;
    return { ...row, weigh, error: percentOf(weigh - row.exact, row.exact) };
  });
  const carrier = weighed.reduce((sum, { isCarrier, weigh }) => (isCarrier ? sum + weigh : sum), 0n);
  return { rows: weighed, total: target, carrier: carrier as Decimal, concentrate: (target - carrier) as Decimal };
}

/**
 * The formula with its parts written as the grams to weigh for the batch, to the step of the scale. A dose that would
 * round to nothing keeps its exact grams. Nothing changes while the formula weighs nothing.
 */
export function scaleToBatch(formula: Formula, product: Product, resolution: Decimal): Formula {
  const grams = new Map(weighOut(formula, product, resolution).rows.map((row) => [row.lineId, row]));
  return {
    lines: formula.lines.map((line) => {
      const row = grams.get(line.id);
      return row ? { ...line, parts: decimalText(row.weigh > 0n ? row.weigh : row.exact) } : line;
    }),
  };
}

/** The formula with every amount multiplied by `factor`; the perfume stays the same. */
export function scaleParts(formula: Formula, factor: Decimal): Formula {
  return {
    lines: formula.lines.map((line) => ({ ...line, parts: decimalText(scaled(decimal(line.parts), factor, one)) })),
  };
}

const none = 0n as Decimal;
const empty: BatchSheet = { rows: [], total: none, concentrate: none, carrier: none };

type Row = Omit<WeighingRow, 'error'>;

/** The carrier that brings the concentrate down to the dosage, where the formula does not list its own. */
function fill(scale: AmountScale, { carrierId }: Product, resolution: Decimal): readonly Row[] {
  if (scale.carrier > 0n || scale.dosage >= 100n * one) return [];
  const exact = (scale.batch - scaled(scale.batch, scale.dosage, 100n * one)) as Decimal;
  return [{ materialId: carrierId, isCarrier: true, exact, weigh: roundToStep(exact, resolution) }];
}

function takerOf(rows: readonly Row[]): Row | undefined {
  const carriers = rows.filter(({ isCarrier, exact }) => isCarrier && exact > 0n);
  const among = carriers.length > 0 ? carriers : rows;
  return among.reduce<Row | undefined>((most, row) => (most && most.exact >= row.exact ? most : row), undefined);
}

function hintFor(
  line: Line,
  exact: Decimal,
  { resolution, batch }: { readonly resolution: Decimal; readonly batch: Decimal },
): DoseHint | undefined {
  if (line.carrier || exact === 0n) return undefined;
  const off = percentOf(roundToStep(exact, resolution) - exact, exact);
  if (exact >= resolution && off <= errorWorthAHint && -off <= errorWorthAHint) return undefined;
  const strength = decimal(line.dilution);
  for (const percent of dilutions) {
    const grams = scaled(exact, strength, percent);
    if (percent < strength && grams >= 10n * resolution) return { how: 'dilute', percent, grams };
  }
  const weakest = dilutions.at(-1) ?? one;
  const grams = strength > weakest ? scaled(exact, strength, weakest) : exact;
  return grams === 0n ? undefined : { how: 'larger-batch', batch: scaled(batch, 10n * resolution, grams) };
}
