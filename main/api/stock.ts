import { buyLot } from '#services/stock/buy-lot.ts';
import { correctLot, throwAwayLot } from '#services/stock/correct-lot.ts';
import { keepSupplier } from '#services/stock/keep-supplier.ts';
import { planBatch } from '#services/stock/plan-batch.ts';
import { priceEffects } from '#services/stock/price-effects.ts';
import { readStock } from '#services/stock/read-stock.ts';
import { setMinimum } from '#services/stock/set-minimum.ts';
import type { StockNeeds } from '#services/stock/stock-needs.ts';
import { undoStockAct } from '#services/stock/undo-stock-act.ts';
import { weighOutBatch } from '#services/stock/weigh-out-batch.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The acts on the stock, behind the contract. */
export function stockHandlers({ stock: on }: Implementer, needs: StockNeeds) {
  return on.router({
    read: on.read.handler(() => toWire(readStock(needs)())),
    buy: on.buy.handler(({ input }) => toWire(buyLot(needs)(input.lot))),
    correct: on.correct.handler(({ input }) => toWire(correctLot(needs)({ ...input.lot, id: input.lotId }))),
    throwAway: on.throwAway.handler(({ input }) => toWire(throwAwayLot(needs)(input.lotId))),
    plan: on.plan.handler(({ input }) => toWire(planBatch(needs)(input.recipeId, input.mass).plan)),
    weighOut: on.weighOut.handler(({ input }) => toWire(weighOutBatch(needs)(input))),
    undo: on.undo.handler(({ input }) => toWire(undoStockAct(needs)(input.actId))),
    keepSupplier: on.keepSupplier.handler(({ input }) => toWire(keepSupplier(needs)(input))),
    setMinimum: on.setMinimum.handler(({ input }) => {
      setMinimum(needs)(input.materialId, input.grams);
      return input;
    }),
    priceEffects: on.priceEffects.handler(({ input }) => toWire(priceEffects(needs)(input))),
  });
}
