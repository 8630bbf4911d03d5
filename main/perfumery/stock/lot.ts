/** @file What stands on the shelf: one bottle or bag of a material as it was bought, and what is left of it. */
import type { BatchId, LotId, MaterialId, RecipeId, StockActId, SupplierId } from '#foundation/ids.ts';
import type { Price } from '#perfumery/material/shelf.ts';
import { type Decimal, type DecimalText, decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';

export interface Supplier {
  readonly id: SupplierId;
  readonly name: string;
  /** Address, telephone, site: however the perfumer reaches them. */
  readonly contact: string;
  readonly note: string;
}

/** What a purchase says. Days are ISO dates. */
export interface LotFacts {
  readonly materialId: MaterialId;
  readonly supplierId?: SupplierId;
  /** The supplier's lot number. */
  readonly number: string;
  /** g bought. */
  readonly quantity: DecimalText;
  /** Absent for what was on the shelf before anyone kept lots. */
  readonly bought?: string;
  /** What was paid for all of it, in ISO 4217. */
  readonly paid?: { readonly amount: DecimalText; readonly currency: string };
  readonly opened?: string;
  readonly expires?: string;
  readonly place: string;
  readonly note: string;
}

export interface Lot extends LotFacts {
  readonly id: LotId;
  /** g left; never negative. */
  readonly left: DecimalText;
}

/** What an act did to one lot. `null`: it was not there, or no longer is. */
export interface LotChange {
  readonly lotId: LotId;
  readonly before: Lot | null;
  readonly after: Lot | null;
}

/** What lots decide of a material's shelf. */
export interface ShelfFigures {
  readonly price?: Price;
  readonly stock?: DecimalText;
}

export const stockActs = ['bought', 'corrected', 'thrown-away', 'weighed-out'] as const;
export type StockActKind = (typeof stockActs)[number];

/** One thing the perfumer did to the stock; taken back as a whole. */
export interface StockAct {
  readonly id: StockActId;
  readonly kind: StockActKind;
  readonly lots: readonly LotChange[];
  readonly shelves: readonly {
    readonly materialId: MaterialId;
    readonly before: ShelfFigures;
    readonly after: ShelfFigures;
  }[];
  readonly recipeId?: RecipeId;
  readonly batchId?: BatchId;
  /** ISO instants. */
  readonly made: string;
  readonly undone?: string;
}

/** The price of a lot per kg; undefined while nobody said what was paid, or nothing was bought. */
export function priceOfLot({
  paid,
  quantity,
  bought,
}: Pick<LotFacts, 'paid' | 'quantity' | 'bought'>): Price | undefined {
  const grams = decimal(quantity);
  if (!paid || !bought || grams <= 0n) return undefined;
  const perKilogram = decimalText(scaled(decimal(paid.amount), 1000n * one, grams));
  return { perKilogram, currency: paid.currency, date: bought };
}

/** What was paid over time, newest first. */
export function priceHistory(lots: readonly Lot[]): readonly (Price & { readonly lotId: LotId })[] {
  return lots
    .flatMap((lot) => {
      const price = priceOfLot(lot);
      return price ? [{ ...price, lotId: lot.id }] : [];
    })
    .sort((a, b) => (a.date === b.date ? (a.lotId < b.lotId ? 1 : -1) : a.date < b.date ? 1 : -1));
}

/** g left in all of `lots`. */
export function leftIn(lots: readonly Pick<Lot, 'left'>[]): Decimal {
  return lots.reduce((sum, { left }) => sum + decimal(left), 0n) as Decimal;
}

/**
 * Price and stock of a material after its lots changed. The stock is what is left in the lots while there are any. The price is
 * that of the newest purchase, unless the perfumer has written down a newer one by hand.
 */
export function shelfAfter(shelf: ShelfFigures, before: readonly Lot[], after: readonly Lot[]): ShelfFigures {
  const [paidBefore] = priceHistory(before);
  const isPaid = shelf.price && paidBefore && isSamePrice(shelf.price, paidBefore);
  const byHand = isPaid ? undefined : shelf.price;
  const [newest] = priceHistory(after);
  const paid = newest && { perKilogram: newest.perKilogram, currency: newest.currency, date: newest.date };
  const price = byHand && (!paid || byHand.date > paid.date) ? byHand : paid;
  const stock = after.length > 0 ? decimalText(leftIn(after)) : before.length > 0 ? undefined : shelf.stock;
  return { ...(price && { price }), ...(stock !== undefined && { stock }) };
}

/** Whether two prices say the same. */
export function isSamePrice(a: Price | undefined, b: Price | undefined): boolean {
  return a?.perKilogram === b?.perKilogram && a?.currency === b?.currency && a?.date === b?.date;
}
