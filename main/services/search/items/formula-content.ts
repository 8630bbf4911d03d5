/** @file What a formula brings to being found: what it smells of, how long, what it costs, and what the regulations say. */
import type { MaterialId } from '#foundation/ids.ts';
import { costOf } from '#perfumery/cost/cost.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { formulaTotals } from '#perfumery/formula/formula-totals.ts';
import type { Family } from '#perfumery/material/material.ts';
import { type Evolution, evolve } from '#perfumery/odour/evolution.ts';
import type { SearchFacets } from '#perfumery/search/search-item.ts';
import { toNumber } from '#perfumery/units/decimal.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import { noFacets, type Piece, type RowShown } from './findable.ts';
import type { ItemNeeds } from './item-needs.ts';
import { ifraOfProduct, judgedFacets } from './judged-facets.ts';

export interface FormulaContent {
  readonly facets: Pick<
    SearchFacets,
    'families' | 'descriptors' | 'materials' | 'passes' | 'limitedBy' | 'allergens' | 'pricePerKg' | 'tenacity'
  >;
  readonly pieces: readonly Piece[];
  readonly row: Pick<RowShown, 'ifra' | 'isPricePartial' | 'isTenacityLeast' | 'family'>;
}

/** A family is said of a formula from this share of its smell on. */
const leastFamily = 0.12;
const mostFamilies = 4;
const mostDescriptors = 14;
/** Strengths nobody can reckon count as the weakest that is known. */
const faintest = 0.02;

/** Takes a formula apart. Nothing but its materials is known of one that weighs nothing. */
export function formulaContent(needs: ItemNeeds) {
  return (formula: Formula, product: Product): FormulaContent => {
    const { materials, inForce, exchange, thresholds } = needs;
    const accords = accordsFor(needs)(formula);
    const isEmpty = formulaTotals(formula).concentrate === 0n;
    if (isEmpty) {
      const ids = formula.lines.flatMap(({ ingredient }) =>
        ingredient.kind === 'material' ? [ingredient.materialId] : [],
      );
      const pieces = ids.map((text): Piece => ({ field: 'material', text, weight: 0.5 }));
      return { facets: { ...noFacets, materials: [...new Set(ids)] }, pieces, row: {} };
    }
    const { judge, regulation } = inForce.now();
    const answer = judge(formula, { product, accords });
    const evolution = evolve(formula, {
      product,
      accords,
      materials: materials.material,
      surface: 'blotter',
      activity: 'ideal',
      thresholds,
    });
    const cost = costOf(formula, product, { accords, materialOf: (id) => materials.find(id), exchange: exchange() });
    const smell = smellOf(evolution, needs);
    const isPriced = cost.concentratePerKilogram > 0n;
    const tenacity = lastSmelled(evolution);
    return {
      facets: {
        families: smell.families,
        descriptors: smell.descriptors.map(({ text }) => text),
        materials: evolution.materials.flatMap(({ materialId, lineIds }) => (lineIds.length > 0 ? [materialId] : [])),
        ...judgedFacets(answer, product, regulation),
        ...(isPriced && cost.uncoveredOfConcentrate === 0n && { pricePerKg: toNumber(cost.concentratePerKilogram) }),
        ...(tenacity && { tenacity: tenacity.hours }),
      },
      pieces: [...smell.materials, ...smell.familyPieces, ...smell.descriptors],
      row: {
        ifra: ifraOfProduct(answer, product),
        ...(smell.families[0] && { family: smell.families[0] }),
        ...(isPriced && cost.uncoveredOfConcentrate > 0n && { isPricePartial: true as const }),
        ...(tenacity?.isBeyond && { isTenacityLeast: true as const }),
      },
    };
  };
}

interface Smell {
  readonly materials: readonly Piece[];
  readonly familyPieces: readonly Piece[];
  readonly descriptors: readonly Piece[];
  readonly families: readonly Family[];
}

/** Who is smelled how much, by mean intensity over two days on a scale of logarithms; the strongest weighs 1. */
function smellOf({ materials: parts }: Evolution, { materials }: ItemNeeds): Smell {
  const strengths = new Map<MaterialId, number>();
  for (const { materialId, isSolvent, intensity, lineIds } of parts) {
    if (isSolvent || lineIds.length === 0) continue;
    const mean = intensity ? intensity.reduce((sum, one) => sum + one, 0) / intensity.length : 0;
    strengths.set(materialId, mean);
  }
  const most = Math.max(...strengths.values(), Number.MIN_VALUE);
  const families = new Map<Family, number>();
  const words = new Map<string, number>();
  let whole = 0;
  const pieces: Piece[] = [];
  for (const [materialId, strength] of strengths) {
    const weight = Math.max(faintest, strength / most);
    pieces.push({ field: 'material', text: materialId, weight: rounded(0.25 + 0.75 * weight) });
    const material = materials.material(materialId);
    if (!material) continue;
    whole += weight;
    add(families, material.family, weight);
    for (const [place, word] of material.descriptors.entries()) add(words, word, weight * 0.8 ** place);
  }
  const strongest = [...words].sort(([, a], [, b]) => b - a).slice(0, mostDescriptors);
  const loudest = strongest[0]?.[1] ?? 1;
  const shared = [...families].sort(([, a], [, b]) => b - a).filter(([, weight]) => weight >= leastFamily * whole);
  return {
    materials: pieces,
    familyPieces: shared.map(([text, weight]) => ({ field: 'family', text, weight: rounded(weight / whole + 0.3) })),
    descriptors: strongest.map(([text, weight]) => ({ field: 'descriptor', text, weight: rounded(weight / loudest) })),
    families: shared.slice(0, mostFamilies).map(([family]) => family),
  };
}

/** When the last of it falls under its threshold; undefined where nothing in it can be reckoned. */
function lastSmelled({ materials }: Evolution): { hours: number; isBeyond: boolean } | undefined {
  let last: { hours: number; isBeyond: boolean } | undefined;
  for (const { tenacity, isSolvent } of materials) {
    if (!tenacity || isSolvent) continue;
    if (!last || tenacity.hours > last.hours || (tenacity.isBeyond && !last.isBeyond)) last = tenacity;
  }
  return last && { ...last, hours: rounded(last.hours) };
}

function add<K>(sums: Map<K, number>, key: K, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
