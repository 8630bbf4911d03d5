import type { MaterialId } from '#foundation/ids.ts';
import type { Lot, StockAct, Supplier } from '#perfumery/stock/lot.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Everything on the shelf, and the newest acts. Stock and price of a material are its shelf's. */
export interface StockSeen {
  readonly lots: readonly Lot[];
  readonly suppliers: readonly Supplier[];
  readonly minimums: readonly { readonly materialId: MaterialId; readonly grams: DecimalText }[];
  readonly acts: readonly StockAct[];
}

const newestActs = 50;

export function readStock({ stock }: Pick<StockNeeds, 'stock'>) {
  return (): StockSeen => ({
    lots: stock.lots(),
    suppliers: stock.suppliers(),
    minimums: [...stock.minimums()].map(([materialId, grams]) => ({ materialId, grams })),
    acts: stock.acts(newestActs),
  });
}
