import type { MaterialId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { judgedMaterial, mixedComposition, type Portion } from '#perfumery/material/lot-composition.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import { decimal, toNumber } from '#perfumery/units/decimal.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { JudgedBatch, PlannedMaterial } from './plan-batch.ts';
import type { StockNeeds } from './stock-needs.ts';

/**
 * Judges a batch by what it is weighed from. A material taken from several lots holds what they bring by mass; a lot without a
 * composition of its own, and what the shelf is short of, count as what is in use of the material.
 */
export function judgeBatch(needs: StockNeeds) {
  return (recipe: Recipe, planned: readonly PlannedMaterial[]): JudgedBatch => {
    const { formula, product } = recipe;
    const accords = accordsFor(needs)(formula);
    const { judge, regulation } = needs.inForce.now();
    const weighed = planned.map((one) => weigh(needs, one));
    const lots = weighed.flatMap((one) => one.lots);
    const said = ({ categories, euLaw }: SafetyAnswer) => ({
      verdict: categories.find(({ category }) => category === product.category)?.verdict ?? 'unknown',
      euLaw: euLaw.verdict,
    });
    const onBench = said(judge(formula, { product, accords }));
    const other = new Map(weighed.flatMap(({ material }) => (material ? [[material.id, material]] : [])));
    if (other.size === 0) return { ...onBench, onBench, lots };
    const materials = (id: MaterialId) => other.get(id) ?? needs.materials.material(id);
    return { ...said(createJudge({ regulation, materials })(formula, { product, accords })), onBench, lots };
  };
}

interface Weighed {
  readonly lots: JudgedBatch['lots'];
  /** The material as it is weighed; absent where that is just what is in use. */
  readonly material?: Material;
}

function weigh({ materials, compositions }: StockNeeds, { materialId, grams, taken }: PlannedMaterial): Weighed {
  const entry = materials.find(materialId);
  if (!entry || taken.length === 0) return { lots: [] };
  const inUse = judgedMaterial(entry);
  const known = compositions.of(materialId);
  const portions = taken.map((one) => {
    // the newest of a lot, since an analysis can be repeated
    const own = known.find(({ lotId }) => lotId === one.lotId);
    return { ...one, mass: toNumber(decimal(one.grams)), own };
  });
  const lots = portions.flatMap(({ own, grams: ofLot }) =>
    own ? [{ materialId, lot: own.lot, ...(own.date !== undefined && { date: own.date }), grams: ofLot }] : [],
  );
  if (portions.every(({ own }) => !own || own.id === entry.lot?.id)) return { lots };
  const short = toNumber(decimal(grams)) - portions.reduce((sum, { mass }) => sum + mass, 0);
  const mixture: Portion[] = portions.map(({ mass, own }) => ({
    mass,
    constituents: own ? own.constituents : inUse.constituents,
  }));
  const whole = mixedComposition([...mixture, { mass: Math.max(0, short), constituents: inUse.constituents }]);
  const { constituents: _, ...facts } = inUse;
  return { lots, material: { ...facts, ...(whole && { constituents: whole }) } };
}
