import { type LotFault, StudioError } from '#foundation/errors.ts';
import { mostParts } from '#perfumery/formula/formula-limits.ts';
import type { Lot, LotFacts } from '#perfumery/stock/lot.ts';
import { isDay } from '#perfumery/stock/maceration.ts';
import { parseDecimal } from '#perfumery/units/decimal.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Refuses a lot that cannot be: nothing bought, a negative price, a day that is none, more left than was bought. */
export function checkLot({ hasMaterial, stock }: Pick<StockNeeds, 'hasMaterial' | 'stock'>) {
  return (lot: LotFacts & Partial<Pick<Lot, 'left'>>): void => {
    const { materialId, supplierId, quantity, left, paid, bought, opened, expires } = lot;
    if (!hasMaterial(materialId)) throw new StudioError('material.not-found', { materialId });
    if (supplierId && !stock.suppliers().some(({ id }) => id === supplierId)) {
      throw new StudioError('supplier.not-found', { supplierId });
    }
    const grams = parseDecimal(quantity);
    if (grams === undefined || grams <= 0n || grams > mostParts) throw fault('quantity', quantity);
    const rest = left === undefined ? grams : parseDecimal(left);
    if (rest === undefined || rest < 0n || rest > grams) throw fault('left', left);
    const price = paid ? parseDecimal(paid.amount) : 0n;
    if (price === undefined || price < 0n || price > mostParts) throw fault('paid', paid?.amount);
    for (const day of [bought, opened, expires]) if (day !== undefined && !isDay(day)) throw fault('day', day);
    if (bought && expires && expires < bought) throw fault('expires-before-bought', expires);
  };
}

function fault(reason: LotFault, text = ''): StudioError {
  return new StudioError('lot.invalid', { reason, text });
}
