/** @file What the safety engine's answer comes to as facets: where it passes, what limits it, which allergens are in it. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { productTypes } from '#perfumery/formula/product-types.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Judge } from '#perfumery/safety/judge.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import { isRinseOff } from '#perfumery/safety/rinse-off.ts';
import type { SearchFacets } from '#perfumery/search/search-item.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { IfraShown } from './findable.ts';

export type JudgedFacets = Pick<SearchFacets, 'passes' | 'limitedBy' | 'allergens'>;

/** The category a material's row speaks of: fine fragrance on skin. */
export const shownCategory: Category = '4';

/** % of concentrate in the first product of each category, as the trade usually has it. */
const usualDosage = new Map<Category, number>(
  productTypes.toReversed().map(({ category, dosages: [first] }) => [category, Number(first ?? 0)]),
);

/** Facets of a formula judged as the product it is for. Allergens are those that have to be declared on its label. */
export function judgedFacets(answer: SafetyAnswer, product: Product, regulation: Regulation): JudgedFacets {
  const isDeclared = isRinseOff(product.category) ? 'declareRinseOff' : 'declareLeaveOn';
  return {
    passes: answer.categories.flatMap(({ category, verdict }) => (verdict === 'pass' ? [category] : [])),
    limitedBy: limiting(answer),
    allergens: allergensIn(answer, regulation, (finding) => finding[isDeclared]),
  };
}

/** What a row says of such a formula: the verdict for its own category. */
export function ifraOfProduct(answer: SafetyAnswer, { category }: Product): IfraShown {
  const own = answer.categories.find((one) => one.category === category);
  return { state: own?.verdict ?? 'unknown', category };
}

/** A material judged by itself. */
export interface JudgedMaterial extends JudgedFacets {
  readonly ifra: IfraShown;
}

/**
 * Facets of a material. It passes a category where its usual share of a concentrate, at the usual dosage of that category's
 * products, stays within what it alone may make; where nobody knows what is usual, where it may make up all of the product.
 */
export function judgeMaterial(judge: Judge, material: Material, regulation: Regulation): JudgedMaterial {
  const answer = judge(alone(material.id), {
    product: { dosage: '100' as DecimalText, category: shownCategory },
    accords: new Map(),
  });
  const usual = material.typicalUse?.value;
  const shareIn = (category: Category) =>
    usual === undefined ? 100 : (usual * (usualDosage.get(category) ?? 100)) / 100;
  return {
    passes: answer.categories.flatMap(({ category, verdict, highestDosage }) => {
      const isWithin = highestDosage !== undefined && shareIn(category) <= Number(highestDosage);
      return verdict === 'pass' || (verdict === 'over-limit' && isWithin && !isUnknown(answer)) ? [category] : [];
    }),
    limitedBy: limiting(answer),
    allergens: allergensIn(answer, regulation, () => true),
    ifra: ifraOfMaterial(answer),
  };
}

/** A formula of nothing but this material. */
export function alone(materialId: MaterialId): Formula {
  const line: Line = {
    id: 'alone' as Line['id'],
    ingredient: { kind: 'material', materialId },
    parts: '1' as DecimalText,
    dilution: '100' as DecimalText,
    locked: false,
    carrier: false,
    note: '',
  };
  return { lines: [line] };
}

function ifraOfMaterial(answer: SafetyAnswer): IfraShown {
  const own = answer.categories[categories.indexOf(shownCategory)];
  const state = own?.verdict ?? 'unknown';
  if (state === 'over-limit' && own?.highestDosage !== undefined) {
    return { state: 'limited', category: shownCategory, most: twoFiguresDown(Number(own.highestDosage)) };
  }
  return { state, category: shownCategory };
}

/** At most two figures that say something, never more than `value`. */
function twoFiguresDown(value: number): number {
  if (value <= 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.floor(value / step + 1e-9) * step).toPrecision(2));
}

function isUnknown({ unknowns }: SafetyAnswer): boolean {
  return unknowns.some(({ blocks }) => blocks);
}

/** Standards that restrict or prohibit it in any category; groups are told by their members. */
function limiting({ findings }: SafetyAnswer): readonly string[] {
  return findings.flatMap(({ key, kind, cells }) =>
    kind === 'standard' && categories.some((one) => cells[one].limit !== undefined || cells[one].verdict !== 'pass')
      ? [key]
      : [],
  );
}

type Allergen = SafetyAnswer['allergens'][number]['findings'][number];

function allergensIn(
  { allergens }: SafetyAnswer,
  { allergenLists }: Regulation,
  isMeant: (finding: Allergen) => boolean,
): readonly string[] {
  const found = new Set<string>();
  for (const { list, findings } of allergens) {
    const names = new Map(allergenLists.find(({ key }) => key === list)?.allergens.map(({ key, inci }) => [key, inci]));
    for (const finding of findings) if (isMeant(finding)) found.add(names.get(finding.key) ?? finding.key);
  }
  return [...found];
}
