import { newId } from '#foundation/ids.ts';
import type { Lot, LotChange, LotFacts, StockAct } from '#perfumery/stock/lot.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { checkLot } from './check-lot.ts';
import { commitStock, inOneStockAct } from './commit-stock.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Puts a purchase on the shelf as a lot. With the first, what was counted by hand before becomes a lot of its own. */
export function buyLot(needs: StockNeeds) {
  return (facts: LotFacts): { lot: Lot; act: StockAct } => {
    checkLot(needs)(facts);
    return inOneStockAct(needs, (told) => {
      const lot: Lot = { ...facts, id: newId(), left: facts.quantity };
      const lots: LotChange[] = [...countedBefore(needs, facts), { lotId: lot.id, before: null, after: lot }];
      return { lot, act: commitStock(needs, told)({ kind: 'bought', lots }) };
    });
  };
}

function countedBefore({ stock, materials }: StockNeeds, { materialId }: LotFacts): readonly LotChange[] {
  const shelf = materials.find(materialId)?.shelf;
  if (!shelf?.stock || decimal(shelf.stock) <= 0n || stock.lotsOf(materialId).length > 0) return [];
  const counted: Lot = {
    id: newId(),
    materialId,
    number: '',
    quantity: shelf.stock,
    left: shelf.stock,
    place: shelf.location,
    note: '',
  };
  return [{ lotId: counted.id, before: null, after: counted }];
}
