import { StudioError } from '#foundation/errors.ts';
import type { LotId } from '#foundation/ids.ts';
import type { Lot, StockAct } from '#perfumery/stock/lot.ts';
import { checkLot } from './check-lot.ts';
import { commitStock, inOneStockAct } from './commit-stock.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Replaces what is known of a lot, what is left of it included. It stays a lot of the same material. */
export function correctLot(needs: StockNeeds) {
  return (asked: Lot): { lot: Lot; act: StockAct } =>
    inOneStockAct(needs, (told) => {
      const before = getLot(needs)(asked.id);
      const lot = { ...asked, materialId: before.materialId };
      checkLot(needs)(lot);
      const act = commitStock(needs, told)({ kind: 'corrected', lots: [{ lotId: lot.id, before, after: lot }] });
      return { lot, act };
    });
}

/** Takes a lot off the shelf for good; undo brings it back. */
export function throwAwayLot(needs: StockNeeds) {
  return (lotId: LotId): StockAct =>
    inOneStockAct(needs, (told) => {
      const before = getLot(needs)(lotId);
      return commitStock(needs, told)({ kind: 'thrown-away', lots: [{ lotId, before, after: null }] });
    });
}

function getLot({ stock }: Pick<StockNeeds, 'stock'>) {
  return (lotId: LotId): Lot => {
    const lot = stock.lot(lotId);
    if (!lot) throw new StudioError('lot.not-found', { lotId });
    return lot;
  };
}
