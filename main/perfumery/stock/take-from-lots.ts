import type { LotId } from '#foundation/ids.ts';
import { type Decimal, decimal } from '#perfumery/units/decimal.ts';
import type { Lot } from './lot.ts';

export interface Taken {
  readonly lotId: LotId;
  readonly grams: Decimal;
}

/** Takes `grams` from `lots`, oldest expiry first, then the ones that never expire, oldest first. `short` is what they did not hold. */
export function takeFromLots(
  lots: readonly Lot[],
  grams: Decimal,
): { readonly taken: readonly Taken[]; readonly short: Decimal } {
  const taken: Taken[] = [];
  let wanted: bigint = grams;
  for (const { id, left } of [...lots].sort(byExpiry)) {
    const held = decimal(left);
    const take = held < wanted ? held : wanted;
    if (take <= 0n) continue;
    taken.push({ lotId: id, grams: take as Decimal });
    wanted -= take;
  }
  return { taken, short: wanted as Decimal };
}

/** The order in which lots are used up. */
export function byExpiry(a: Lot, b: Lot): number {
  const key = ({ expires, bought, id }: Lot) => `${expires ?? '9999-99-99'} ${bought ?? '0000-00-00'} ${id}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
