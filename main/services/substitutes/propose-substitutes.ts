/**
 * @file Other materials for lines of a formula, each tried in its place: what the verdict and the cost would be. Nothing is
 * changed; a proposal is applied as an edit like any other.
 */
import { StudioError } from '#foundation/errors.ts';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { concentrateMass, formulaTotals } from '#perfumery/formula/formula-totals.ts';
import { swapLine } from '#perfumery/formula/swap.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { Neighbour } from '#perfumery/similarity/nearest-materials.ts';
import { type Decimal, decimal, decimalOf, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import { createBreath } from '#services/collections/breathe.ts';
import { checkAmounts } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import { findNearest } from './find-nearest.ts';
import type { SubstituteNeeds } from './substitute-needs.ts';
import { verdictRank, type Weighed, type Weighing, weighFormula } from './weigh-formula.ts';

export const substituteGoals = ['similar', 'pass', 'cheaper', 'stock'] as const;
export type SubstituteGoal = (typeof substituteGoals)[number];

export interface ProposalsWanted {
  readonly formula: Formula;
  readonly product: Product;
  readonly goal: SubstituteGoal;
  /** Only for this line; otherwise for whichever lines the goal concerns, locked ones left alone. */
  readonly lineId?: LineId | undefined;
}

/** One line swapped. */
export interface Swap {
  readonly lineId: LineId;
  readonly before: MaterialId;
  readonly neighbour: Neighbour;
  /** The line as it would be. */
  readonly after: Line;
}

export interface Proposal {
  readonly swaps: readonly Swap[];
  readonly weighed: Weighed;
}

export interface Proposals {
  readonly before: Weighed;
  /** The lines the goal concerns; none when there is nothing to mend. */
  readonly lineIds: readonly LineId[];
  /** Best first. */
  readonly proposals: readonly Proposal[];
}

const candidates = 24;
const mostLines = 8;
const mostSwaps = 6;
const mostProposals = 20;

/** Tries the nearest materials in the place of the lines concerned. Lets others have their turn in between. */
export function proposeSubstitutes(needs: SubstituteNeeds) {
  return async ({ formula, product, goal, lineId }: ProposalsWanted): Promise<Proposals> => {
    checkAmounts(formula);
    checkProduct({ hasMaterial: () => true })(product);
    const accords = accordsFor(needs)(formula);
    const weigh = (one: Formula) => weighFormula(needs)(one, product, accords);
    const now = weigh(formula);
    const concerned = lineId ? [lineOf(formula, lineId)] : linesFor(needs, goal, { formula, product, now });
    const breathe = createBreath();
    const found: (Proposal & { readonly likeness: number })[] = [];
    for (const line of concerned) {
      for (const swap of swapsFor(needs, line, formula)) {
        await breathe();
        if (goal === 'stock' && !isInStock(needs, swap, { formula, product })) continue;
        const { weighed, cost } = weigh(withSwap(formula, swap));
        if (goal === 'cheaper' && isUnpriced(cost, swap)) continue;
        if (isWanted(goal, now.weighed, weighed)) {
          found.push({ swaps: [swap], weighed, likeness: swap.neighbour.likeness });
        }
      }
    }
    found.sort(goal === 'cheaper' ? byCost : byLikeness);
    const proposals: Proposal[] = found.slice(0, mostProposals).map(({ swaps, weighed }) => ({ swaps, weighed }));
    if (goal === 'pass' && proposals.length === 0 && !lineId) {
      const several = await mendTogether(needs, { formula, product, now, weigh, breathe });
      if (several) proposals.push(several);
    }
    return { before: now.weighed, lineIds: concerned.map(({ id }) => id), proposals };
  };
}

function lineOf({ lines }: Formula, lineId: LineId): Line {
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new StudioError('formula.invalid', { reason: 'line-missing', lineId });
  return line;
}

interface Situation {
  readonly formula: Formula;
  readonly product: Product;
  readonly now: Weighing;
}

function linesFor(needs: SubstituteNeeds, goal: SubstituteGoal, { formula, product, now }: Situation): readonly Line[] {
  const free = formula.lines.filter(
    ({ ingredient, locked, carrier }) => ingredient.kind === 'material' && !locked && !carrier,
  );
  if (goal === 'similar') return [];
  if (goal === 'pass') {
    const heavy = offenders(now, product);
    return free
      .filter(({ id }) => heavy.has(id))
      .sort((a, b) => (heavy.get(b.id) ?? 0) - (heavy.get(a.id) ?? 0))
      .slice(0, mostLines);
  }
  if (goal === 'cheaper') {
    const costs = new Map(now.cost.lines.map(({ lineId, cost }) => [lineId, cost]));
    return free
      .filter(({ id }) => (costs.get(id) ?? 0n) > 0n)
      .sort((a, b) => ((costs.get(a.id) ?? 0n) < (costs.get(b.id) ?? 0n) ? 1 : -1))
      .slice(0, mostLines);
  }
  return free.filter((line) => isShort(needs, line, { formula, product })).slice(0, mostLines);
}

/** What each line adds, in %, to what fails in the product's category or under EU law. */
function offenders({ answer }: Weighing, { category }: Product): ReadonlyMap<LineId, number> {
  const failing = [
    ...answer.findings.filter(({ cells }) => cells[category].verdict !== 'pass'),
    ...answer.euLaw.findings.filter(({ verdict }) => verdict === 'prohibited'),
  ];
  const heavy = new Map<LineId, number>();
  for (const { contributions } of failing) {
    for (const { lineId, percent } of contributions) heavy.set(lineId, (heavy.get(lineId) ?? 0) + Number(percent));
  }
  return heavy;
}

function swapsFor(needs: SubstituteNeeds, line: Line, formula: Formula): readonly Swap[] {
  const { ingredient } = line;
  const old = ingredient.kind === 'material' ? needs.materials.material(ingredient.materialId) : undefined;
  if (!old) return [];
  return findNearest(needs)(old.id, candidates).flatMap((neighbour) => {
    const material = needs.materials.material(neighbour.materialId);
    if (!material) return [];
    const swapped = swapLine(formula, line.id, {
      ingredient: { kind: 'material', materialId: material.id },
      dilution: decimal(line.dilution),
      ...(line.solventId && { solventId: line.solventId }),
      factor: strengthFactor(old, material),
    });
    return [{ lineId: line.id, before: old.id, neighbour, after: lineOf(swapped, line.id) }];
  });
}

/** How much of the new for one of the old: by their usual use levels where both are known, in two figures, at most tenfold. */
function strengthFactor(old: Material, material: Material): Decimal {
  const [was, is] = [old.typicalUse?.value, material.typicalUse?.value];
  if (!was || !is) return one;
  return decimalOf(Number(Math.min(10, Math.max(0.1, is / was)).toPrecision(2)));
}

function withSwap(formula: Formula, { lineId, after }: Swap): Formula {
  return { lines: formula.lines.map((line) => (line.id === lineId ? after : line)) };
}

function isWanted(goal: SubstituteGoal, before: Weighed, after: Weighed): boolean {
  const isWorse = verdictRank[after.verdict] > verdictRank[before.verdict];
  if (goal === 'similar') return true;
  if (goal === 'pass') return after.verdict === 'pass';
  if (goal === 'stock') return !isWorse;
  return !isWorse && decimal(after.cost) < decimal(before.cost);
}

/** What has no price adds nothing to a sum, and costs less only in appearance. */
function isUnpriced({ unpriced }: Weighing['cost'], { neighbour }: Swap): boolean {
  return unpriced.some(({ materialId }) => materialId === neighbour.materialId);
}

type Ranked = Proposal & { readonly likeness: number };

function byLikeness(a: Ranked, b: Ranked): number {
  return b.likeness - a.likeness;
}

function byCost(a: Ranked, b: Ranked): number {
  const [x, y] = [decimal(a.weighed.cost), decimal(b.weighed.cost)];
  return x === y ? byLikeness(a, b) : x < y ? -1 : 1;
}

interface Mending extends Situation {
  readonly weigh: (formula: Formula) => Weighing;
  readonly breathe: () => Promise<void>;
}

/** Where no single swap is enough: the one that helps most, then the next, until it passes or nothing helps. */
async function mendTogether(needs: SubstituteNeeds, { formula, product, now, weigh, breathe }: Mending) {
  let [current, weighing] = [formula, now];
  const swaps: Swap[] = [];
  while (weighing.weighed.verdict !== 'pass' && swaps.length < mostSwaps) {
    let best: { readonly swap: Swap; readonly weighing: Weighing; readonly formula: Formula } | undefined;
    for (const line of linesFor(needs, 'pass', { formula: current, product, now: weighing }).slice(0, 4)) {
      if (swaps.some(({ lineId }) => lineId === line.id)) continue;
      for (const swap of swapsFor(needs, line, current)) {
        await breathe();
        const tried = withSwap(current, swap);
        const after = weigh(tried);
        if (burdenOf(after, product) < burdenOf(best?.weighing ?? weighing, product)) {
          best = { swap, weighing: after, formula: tried };
        }
      }
    }
    if (!best) return undefined;
    swaps.push(best.swap);
    ({ formula: current, weighing } = best);
  }
  return weighing.weighed.verdict === 'pass' ? { swaps, weighed: weighing.weighed } : undefined;
}

/** How far a formula is from passing: what exceeds each limit, prohibited substances and unknown lines by count. */
function burdenOf({ answer }: Weighing, { category }: Product): number {
  const over = answer.findings.reduce((sum, { cells }) => {
    const { verdict, ratio } = cells[category];
    return verdict === 'pass' ? sum : sum + (verdict === 'prohibited' ? 1000 : ratio - 1 + 0.001);
  }, 0);
  const prohibited = answer.euLaw.findings.filter(({ verdict }) => verdict === 'prohibited').length;
  return over + 1000 * prohibited + answer.unknowns.filter(({ blocks }) => blocks).length;
}

type Made = Pick<Situation, 'formula' | 'product'>;

/** Whether less of a line's material is there than the batch takes. Stock nobody has counted is not short. */
function isShort(needs: SubstituteNeeds, line: Line, made: Made): boolean {
  const { ingredient } = line;
  if (ingredient.kind !== 'material') return false;
  const stock = stockOf(needs, ingredient.materialId);
  return stock !== undefined && stock < neededFor(line, made);
}

function isInStock(needs: SubstituteNeeds, { neighbour, after }: Swap, made: Made): boolean {
  const stock = stockOf(needs, neighbour.materialId);
  return stock !== undefined && stock > 0n && stock >= neededFor(after, made);
}

function stockOf({ stockOfLots, materials }: SubstituteNeeds, id: MaterialId): Decimal | undefined {
  const text = stockOfLots(id) ?? materials.find(id)?.shelf.stock;
  return text === undefined ? undefined : decimal(text);
}

/** g of the neat material that the batch takes. */
function neededFor(line: Line, { formula, product }: Made): Decimal {
  const { concentrate } = formulaTotals(formula);
  if (concentrate === 0n) return 0n as Decimal;
  const neat = scaled(decimal(line.parts), decimal(line.dilution), 100n * one);
  return scaled(neat, concentrateMass(formula, product), concentrate);
}
