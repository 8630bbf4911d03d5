/** @file What was paid, in the currency the perfumer counts in. */
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { Price } from '#perfumery/material/shelf.ts';

/** Per kg in the perfumer's currency; undefined where there is no rate for what was paid in. */
export function priceIn({ perKilogram, currency }: Price, exchange: Exchange): number | undefined {
  if (currency === exchange.currency) return Number(perKilogram);
  const rate = Object.hasOwn(exchange.rates, currency) ? exchange.rates[currency] : undefined;
  return rate === undefined ? undefined : Number((Number(perKilogram) * Number(rate)).toPrecision(12));
}
