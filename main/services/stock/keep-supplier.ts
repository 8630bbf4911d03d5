import { StudioError } from '#foundation/errors.ts';
import { newId, type SupplierId } from '#foundation/ids.ts';
import type { Supplier } from '#perfumery/stock/lot.ts';
import { foldName } from '#services/materials/check-material.ts';
import type { StockNeeds } from './stock-needs.ts';

/** Adds a supplier, or with `supplierId` replaces what is known of one. Names are told apart without case. */
export function keepSupplier({ stock, write, announceDay }: Pick<StockNeeds, 'stock' | 'write' | 'announceDay'>) {
  return ({ supplierId, ...words }: Omit<Supplier, 'id'> & { readonly supplierId?: SupplierId }): Supplier => {
    const name = words.name.trim();
    if (!name) throw new StudioError('supplier.invalid', { reason: 'no-name', text: words.name });
    const kept = write(() => {
      const known = stock.suppliers();
      if (supplierId && !known.some(({ id }) => id === supplierId)) {
        throw new StudioError('supplier.not-found', { supplierId });
      }
      const taken = known.find((one) => one.id !== supplierId && foldName(one.name) === foldName(name));
      if (taken) throw new StudioError('supplier.name-taken', { name, supplierId: taken.id });
      const supplier: Supplier = { ...words, name, id: supplierId ?? newId() };
      stock.putSupplier(supplier);
      return supplier;
    });
    announceDay({ what: 'stock' });
    return kept;
  };
}
