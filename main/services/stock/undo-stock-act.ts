import { StudioError } from '#foundation/errors.ts';
import type { StockActId } from '#foundation/ids.ts';
import { isSamePrice, leftIn, type StockAct } from '#perfumery/stock/lot.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { figuresOf, inOneStockAct, setFigures, writeLots } from './commit-stock.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Takes the newest act on the stock back: its lots, its shelves, and the batch it made. Acts are taken back in the order they were made. */
export function undoStockAct(needs: StockNeeds) {
  return (actId?: StockActId): StockAct => {
    const last = needs.stock.lastAct();
    if (!last) throw new StudioError('stock.nothing-to-undo', { count: 0 });
    if (actId !== undefined && actId !== last.id) throw new StudioError('stock.not-the-last', { actId });
    return inOneStockAct(needs, (told) => {
      writeLots(
        needs,
        last.lots.map(({ lotId, before, after }) => ({ lotId, before: after, after: before })),
      );
      for (const { materialId, before, after } of last.shelves) {
        const now = figuresOf(needs, materialId);
        const lots = needs.stock.lotsOf(materialId);
        // A price written down by hand since then is newer than the act, and stays.
        const price = isSamePrice(now.price, after.price) ? before.price : now.price;
        const stock = lots.length > 0 ? decimalText(leftIn(lots)) : before.stock;
        setFigures(needs, told)(materialId, { ...(price && { price }), ...(stock !== undefined && { stock }) });
      }
      if (last.batchId) needs.batches.remove(last.batchId);
      const undone = needs.now();
      needs.stock.setUndone(last.id, undone);
      return { ...last, undone };
    });
  };
}
