/**
 * @file Where a recipe departs from its brief.
 *
 * What cannot be known is a departure too, told as such: a cost without all its prices is not under the ceiling, and an
 * accord that is missing may hold what the brief forbids.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Cost, Exchange } from '#perfumery/cost/cost.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { effectiveDosage } from '#perfumery/formula/formula-totals.ts';
import type { SafetyAnswer, Verdict } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import { type Decimal, decimal, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import type { Brief } from './brief.ts';

export type Departure =
  /** Both per kg of concentrate, in the currency costs are told in. */
  | { readonly why: 'cost-over'; readonly cost: Decimal; readonly ceiling: Decimal; readonly currency: string }
  /** `uncovered`: % of the concentrate whose price nobody knows. */
  | { readonly why: 'cost-unknown'; readonly uncovered: Decimal }
  | { readonly why: 'cost-no-rate'; readonly currency: string }
  | { readonly why: 'forbidden'; readonly materialId: MaterialId; readonly lineIds: readonly LineId[] }
  | { readonly why: 'forbidden-unknown'; readonly lineIds: readonly LineId[] }
  | { readonly why: 'category'; readonly wanted: Category; readonly actual: Category }
  | { readonly why: 'verdict'; readonly category: Category; readonly verdict: Exclude<Verdict, 'pass'> }
  | { readonly why: 'dosage-over'; readonly dosage: Decimal; readonly highest: Decimal }
  | { readonly why: 'deadline-passed'; readonly deadline: string };

export interface Perfume {
  readonly formula: Formula;
  readonly product: Product;
  readonly accords: Accords;
}

export interface DepartureNeeds {
  readonly cost: Pick<Cost, 'concentratePerKilogram' | 'uncoveredOfConcentrate'>;
  readonly answer: Pick<SafetyAnswer, 'categories'>;
  readonly exchange: Exchange;
  /** ISO date. */
  readonly today: string;
}

/** Every point at which the perfume is not what the brief asks, in the order of the brief. None for an empty formula but the deadline. */
export function departuresFrom(
  { deadline, limits }: Pick<Brief, 'deadline' | 'limits'>,
  perfume: Perfume,
  { cost, answer, exchange, today }: DepartureNeeds,
): readonly Departure[] {
  const late: Departure[] = deadline && deadline < today ? [{ why: 'deadline-passed', deadline }] : [];
  if (perfume.formula.lines.every(({ parts }) => decimal(parts) === 0n)) return late;
  return [
    ...late,
    ...overCost(limits.costCeiling, cost, exchange),
    ...forbiddenIn(limits.forbidden, perfume),
    ...unsafe(limits.category, perfume.product, answer),
    ...overDosage(limits.highestDosage, perfume),
  ];
}

function overCost(
  limit: Brief['limits']['costCeiling'],
  { concentratePerKilogram: cost, uncoveredOfConcentrate: uncovered }: DepartureNeeds['cost'],
  { currency, rates }: Exchange,
): readonly Departure[] {
  if (!limit) return [];
  const rate = limit.currency === currency ? '1' : Object.hasOwn(rates, limit.currency) && rates[limit.currency];
  if (!rate) return [{ why: 'cost-no-rate', currency: limit.currency }];
  const ceiling = scaled(decimal(limit.perKilogram), decimal(rate), one);
  if (cost > ceiling) return [{ why: 'cost-over', cost, ceiling, currency }];
  return uncovered > 0n ? [{ why: 'cost-unknown', uncovered }] : [];
}

function forbiddenIn(forbidden: readonly MaterialId[], { formula, product, accords }: Perfume): readonly Departure[] {
  if (forbidden.length === 0) return [];
  const linesOf = new Map<MaterialId, Set<LineId>>();
  const unnamed = new Set<LineId>();
  const { lines, carrier } = explode(formula, accords);
  for (const { lineId, amount, leaves } of lines) {
    for (const { materialId } of leaves) linesOf.set(materialId, (linesOf.get(materialId) ?? new Set()).add(lineId));
    if (leaves.reduce((sum, leaf) => sum + leaf.amount, 0n) < amount) unnamed.add(lineId);
  }
  const isFilledUp = carrier === 0n && decimal(product.dosage) < 100n * one;
  if (isFilledUp && !linesOf.has(product.carrierId)) linesOf.set(product.carrierId, new Set());
  const found = forbidden.flatMap((materialId): Departure[] => {
    const lineIds = linesOf.get(materialId);
    return lineIds ? [{ why: 'forbidden', materialId, lineIds: [...lineIds] }] : [];
  });
  return unnamed.size === 0 ? found : [...found, { why: 'forbidden-unknown', lineIds: [...unnamed] }];
}

function unsafe(
  wanted: Category | undefined,
  { category: actual }: Product,
  { categories }: DepartureNeeds['answer'],
): readonly Departure[] {
  if (!wanted) return [];
  const elsewhere: Departure[] = wanted === actual ? [] : [{ why: 'category', wanted, actual }];
  const verdict = categories.find(({ category }) => category === wanted)?.verdict ?? 'unknown';
  return verdict === 'pass' ? elsewhere : [...elsewhere, { why: 'verdict', category: wanted, verdict }];
}

function overDosage(limit: Brief['limits']['highestDosage'], { formula, product }: Perfume): readonly Departure[] {
  if (!limit) return [];
  const [dosage, highest] = [effectiveDosage(formula, product), decimal(limit)];
  return dosage > highest ? [{ why: 'dosage-over', dosage, highest }] : [];
}
