/**
 * @file One amount, said in every unit a perfumer uses, and back again.
 *
 * The batch is fixed: what is typed as grams or percent is what the line will weigh *after* the edit, with the other lines
 * making room, so the cell goes on showing what was typed. Parts are the only thing stored.
 */
import { type Decimal, decimal, one } from '#perfumery/units/decimal.ts';
import { percentOf, roundToFigures, scaled } from '#perfumery/units/rounding.ts';
import type { Formula, Line, Product } from './formula.ts';
import { formulaTotals } from './formula-totals.ts';

export const amountUnits = ['parts', 'percent', 'gram', 'milligram', 'millilitre', 'drop'] as const;
/** `percent` is of the concentrate; on a carrier line, of the finished product. */
export type AmountUnit = (typeof amountUnits)[number];

/** How volumes are told: g/mL of what is weighed, undefined when not known, and mL in one drop. */
export interface Volumes {
  readonly density?: Decimal | undefined;
  readonly dropVolume: Decimal;
}

/** One line's amount in the batch in every unit. Volumes are absent while the density is unknown. */
export interface Amounts {
  readonly parts: Decimal;
  readonly percent: Decimal;
  readonly percentOfProduct: Decimal;
  readonly gram: Decimal;
  readonly milligram: Decimal;
  readonly millilitre?: Decimal;
  readonly drop?: Decimal;
}

/** What a formula's parts stand for in the batch; made once per formula, asked for every line. */
export interface AmountScale {
  readonly concentrate: Decimal;
  readonly carrier: Decimal;
  /** g of finished product. */
  readonly batch: Decimal;
  /** % of concentrate that the product asks for; without force once there are carrier lines. */
  readonly dosage: Decimal;
}

export function amountScale(formula: Formula, product: Product): AmountScale {
  const { concentrate, carrier } = formulaTotals(formula);
  return { concentrate, carrier, batch: decimal(product.batch), dosage: decimal(product.dosage) };
}

/** Says a line's amount in every unit. */
export function amountsOf(line: Line, scale: AmountScale, { density, dropVolume }: Volumes): Amounts {
  const parts = decimal(line.parts);
  const gram = gramsOfParts(parts, scale);
  const percentOfProduct = percentOf(gram, scale.batch);
  const percent = line.carrier ? percentOfProduct : percentOf(parts, scale.concentrate);
  const base = { parts, percent, percentOfProduct, gram, milligram: (gram * 1000n) as Decimal };
  if (density === undefined || density <= 0n) return base;
  const millilitre = scaled(gram, one, density);
  if (dropVolume <= 0n) return { ...base, millilitre };
  return { ...base, millilitre, drop: scaled(millilitre, one, dropVolume) };
}

/** g in the batch of `parts` of a formula; 0 while nothing is in it. */
export function gramsOfParts(parts: Decimal, { concentrate, carrier, batch, dosage }: AmountScale): Decimal {
  if (carrier > 0n) return scaled(parts, batch, concentrate + carrier);
  return concentrate === 0n ? (0n as Decimal) : scaled(parts * batch, dosage, concentrate * 100n * one);
}

export type PartsAnswer =
  | { readonly parts: Decimal }
  | { readonly refused: 'negative' | 'more-than-the-batch' | 'density-unknown' | 'no-batch' };

/**
 * The parts a line must have so that it comes to `value` in `unit`, all else unchanged; to seven figures.
 * A line that is alone sets the scale: any amount of it is the whole, and the number is kept as parts.
 */
export function partsFor(
  value: Decimal,
  unit: AmountUnit,
  { line, scale, volumes }: { readonly line: Line; readonly scale: AmountScale; readonly volumes: Volumes },
): PartsAnswer {
  if (value < 0n) return { refused: 'negative' };
  if (unit === 'parts') return { parts: value };
  const pool = poolOf(line, scale);
  if (unit === 'percent') {
    const others = line.carrier ? pool.others : scale.concentrate - decimal(line.parts);
    return others === 0n ? { parts: value } : among(others, value, 100n * one);
  }
  const grams = gramsOf(value, unit, volumes);
  if (grams === undefined) return { refused: 'density-unknown' };
  if (pool.others === 0n) return { parts: grams };
  if (pool.mass <= 0n) return { refused: 'no-batch' };
  return among(pool.others, grams, pool.mass);
}

/** Solves p ÷ (others + p) = wanted ÷ whole for p. */
function among(others: bigint, wanted: bigint, whole: bigint): PartsAnswer {
  if (wanted >= whole) return { refused: 'more-than-the-batch' };
  return { parts: roundToFigures(scaled(wanted, others, whole - wanted), 7) };
}

/** What shares a fixed mass with the line: the concentrate, or everything once the formula has its own carrier. */
function poolOf(line: Line, { concentrate, carrier, batch, dosage }: AmountScale): { others: bigint; mass: bigint } {
  const own = decimal(line.parts);
  const otherCarrier = line.carrier ? carrier - own : carrier;
  const otherConcentrate = line.carrier ? concentrate : concentrate - own;
  if (line.carrier || otherCarrier > 0n) return { others: otherConcentrate + otherCarrier, mass: batch };
  return { others: otherConcentrate, mass: scaled(batch, dosage, 100n * one) };
}

function gramsOf(
  value: Decimal,
  unit: Exclude<AmountUnit, 'parts' | 'percent'>,
  volumes: Volumes,
): Decimal | undefined {
  if (unit === 'gram') return value;
  if (unit === 'milligram') return scaled(value, one, 1000n * one);
  if (volumes.density === undefined) return undefined;
  const millilitres = unit === 'drop' ? scaled(value, volumes.dropVolume, one) : value;
  return scaled(millilitres, volumes.density, one);
}
