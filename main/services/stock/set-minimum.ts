import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { mostParts } from '#perfumery/formula/formula-limits.ts';
import { type DecimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import type { StockNeeds } from './stock-needs.ts';

type Needs = Pick<StockNeeds, 'stock' | 'write' | 'hasMaterial' | 'announceDay'>;

/** Says below how many g a material is to be bought again; null: never. */
export function setMinimum({ stock, write, hasMaterial, announceDay }: Needs) {
  return (materialId: MaterialId, grams: DecimalText | null): void => {
    if (!hasMaterial(materialId)) throw new StudioError('material.not-found', { materialId });
    const value = grams === null ? 0n : parseDecimal(grams);
    if (value === undefined || value < 0n || value > mostParts) {
      throw new StudioError('lot.invalid', { reason: 'minimum', text: grams ?? '' });
    }
    write(() => stock.setMinimum(materialId, grams ?? undefined));
    announceDay({ what: 'stock' });
  };
}
