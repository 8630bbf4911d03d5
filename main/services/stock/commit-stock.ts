/** @file Writes an act on the stock: the lots, the shelves that follow from them, and the act itself, all or nothing. */
import { type BatchId, type MaterialId, newId, type RecipeId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import {
  isSamePrice,
  type LotChange,
  type ShelfFigures,
  type StockAct,
  type StockActKind,
  shelfAfter,
} from '#perfumery/stock/lot.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { keepMaterial } from '#services/materials/keep-material.ts';
import { storedFactsOf } from '#services/materials/stored-facts-of.ts';
import type { StockNeeds } from './stock-needs.ts';

export interface StockToCommit {
  readonly kind: StockActKind;
  readonly lots: readonly LotChange[];
  /** New counts of materials that have no lots. */
  readonly counted?: ReadonlyMap<MaterialId, DecimalText>;
  readonly recipeId?: RecipeId;
  readonly batchId?: BatchId;
}

/** Makes the act; call inside `write`. `told` collects the materials to announce once it is on disk. */
export function commitStock(needs: StockNeeds, told: LibraryMaterial[]) {
  return ({ kind, lots, counted = new Map(), recipeId, batchId }: StockToCommit): StockAct => {
    const touched = new Set(
      lots.flatMap(({ before, after }) => [before ?? after]).flatMap((lot) => (lot ? [lot.materialId] : [])),
    );
    const before = new Map([...touched].map((id) => [id, needs.stock.lotsOf(id)]));
    writeLots(needs, lots);
    const shelves = [...touched, ...counted.keys()].map((materialId) => {
      const was = figuresOf(needs, materialId);
      const hand = counted.get(materialId);
      const now =
        hand === undefined
          ? shelfAfter(was, before.get(materialId) ?? [], needs.stock.lotsOf(materialId))
          : { ...was, stock: hand };
      setFigures(needs, told)(materialId, now);
      return { materialId, before: was, after: now };
    });
    const act: StockAct = {
      id: newId(),
      kind,
      lots,
      shelves,
      ...(recipeId && { recipeId }),
      ...(batchId && { batchId }),
      made: needs.now(),
    };
    needs.stock.record(act);
    return act;
  };
}

/** Puts the lots into the state `after` says. */
export function writeLots({ stock }: Pick<StockNeeds, 'stock'>, lots: readonly LotChange[]): void {
  for (const { lotId, after } of lots) {
    if (after) stock.put(after);
    else stock.remove(lotId);
  }
}

/** Price and stock on a material's shelf. */
export function figuresOf({ materials }: Pick<StockNeeds, 'materials'>, materialId: MaterialId): ShelfFigures {
  const { price, stock } = materials.find(materialId)?.shelf ?? {};
  return { ...(price && { price }), ...(stock !== undefined && { stock }) };
}

/** Writes price and stock onto a shelf, where they differ. A material that is no longer there is passed over. */
export function setFigures(needs: StockNeeds, told: LibraryMaterial[]) {
  return (materialId: MaterialId, { price, stock }: ShelfFigures): void => {
    const found = needs.materials.find(materialId);
    if (!found) return;
    if (found.shelf.stock === stock && isSamePrice(found.shelf.price, price)) return;
    const { price: _, stock: __, ...rest } = found.shelf;
    const shelf = { ...rest, ...(price && { price }), ...(stock !== undefined && { stock }) };
    keepMaterial({ ...needs, announce: (material) => told.push(material) })({
      id: materialId,
      origin: found.origin,
      facts: storedFactsOf(needs)(found),
      shelf,
      archived: found.archived,
      revision: found.revision + 1,
    });
  };
}

/** Does `act` in one transaction, and tells everyone of it afterwards. */
export function inOneStockAct<T>(needs: StockNeeds, act: (told: LibraryMaterial[]) => T): T {
  const told: LibraryMaterial[] = [];
  const answer = needs.write(() => act(told));
  for (const material of told) needs.announceMaterial(material);
  needs.announceDay({ what: 'stock' });
  return answer;
}
