/** @file What a batch takes off the shelf: the batch sheet with its accords opened and its dilutions split, by material. */
import type { MaterialId } from '#foundation/ids.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { weighOut } from '#perfumery/formula/scale.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';

export interface BatchMaterials {
  /** g of each material, largest first. */
  readonly materials: readonly { readonly materialId: MaterialId; readonly grams: Decimal }[];
  /** g that could not be named: missing accords, unnamed solvents. */
  readonly unnamed: Decimal;
  /** g of the whole batch. The materials and what is unnamed add up to it exactly. */
  readonly total: Decimal;
}

/** The materials of the product's batch as a scale with steps of `resolution` g weighs it. Empty while the formula weighs nothing. */
export function materialsOfBatch(
  formula: Formula,
  product: Product,
  { accords, resolution }: { readonly accords: Accords; readonly resolution: Decimal },
): BatchMaterials {
  const { rows, total } = weighOut(formula, product, resolution);
  const exploded = new Map(explode(formula, accords).lines.map((line) => [line.lineId, line]));
  const grams = new Map<MaterialId, bigint>();
  let named = 0n;
  const add = (materialId: MaterialId, mass: bigint) => {
    if (mass <= 0n) return;
    grams.set(materialId, (grams.get(materialId) ?? 0n) + mass);
    named += mass;
  };
  for (const { lineId, materialId, weigh } of rows) {
    const line = lineId && exploded.get(lineId);
    if (!line) {
      if (materialId) add(materialId, weigh);
      continue;
    }
    if (line.amount === 0n) continue;
    // Cumulative rounding: the parts of a line add up to what was weighed, to the billionth of a gram.
    let [amount, given] = [0n, 0n];
    for (const leaf of line.leaves) {
      amount += leaf.amount;
      const upTo = (weigh * amount) / line.amount;
      add(leaf.materialId, upTo - given);
      given = upTo;
    }
  }
  const materials = [...grams].map(([materialId, mass]) => ({ materialId, grams: mass as Decimal }));
  materials.sort((a, b) => (a.grams < b.grams ? 1 : a.grams > b.grams ? -1 : 0));
  return { materials, unnamed: (total - named) as Decimal, total };
}
