/** @file Exchange rates when the currency they are told in changes. */
import { type Decimal, type DecimalText, decimal, decimalText, dividedBy, one } from '#perfumery/units/decimal.ts';

export type Rates = Readonly<Record<string, DecimalText>>;

/**
 * The same rates told in `to` instead of `from`, through the rate between the two. Undefined where that is not known, or one
 * of them would be too small to write down: then none of the old rates means anything.
 */
export function turnRates(rates: Rates, from: string, to: string): Rates | undefined {
  const worth = Object.hasOwn(rates, to) ? rates[to] : undefined;
  if (worth === undefined || decimal(worth) <= 0n) return undefined;
  const between = decimal(worth);
  const turned: [string, Decimal][] = [[from, dividedBy(one, between)]];
  for (const [code, rate] of Object.entries(rates)) {
    if (code !== to) turned.push([code, dividedBy(decimal(rate), between)]);
  }
  if (turned.some(([, rate]) => rate <= 0n)) return undefined;
  return Object.fromEntries(turned.map(([code, rate]) => [code, decimalText(rate)]));
}
