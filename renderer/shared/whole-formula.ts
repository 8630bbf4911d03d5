/** @file A formula with everything it names, ready to be handed to a worker. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { judgedMaterial } from '#perfumery/material/lot-composition.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';

export interface WholeFormula {
  readonly formula: Formula;
  readonly product: Product;
  readonly accords: Accords;
  /** Those of the materials named anywhere in it that the library has. */
  readonly materials: ReadonlyMap<MaterialId, Material>;
}

/** `formula` with the materials that it, its accords and its product name, and no others. */
export function wholeFormula(
  { formula, product, accords }: Omit<WholeFormula, 'materials'>,
  library: ReadonlyMap<MaterialId, LibraryMaterial>,
): WholeFormula {
  const materials = new Map<MaterialId, Material>();
  const add = (id: MaterialId | undefined) => {
    const entry = id && library.get(id);
    if (entry) materials.set(id, judgedMaterial(entry));
  };
  add(product.carrierId);
  for (const { lines } of [formula, ...accords.values()]) {
    for (const { ingredient, solventId } of lines) {
      if (ingredient.kind === 'material') add(ingredient.materialId);
      add(solventId);
    }
  }
  return { formula, product, accords, materials };
}
