/** @file Where a liquid of two boils without changing: what an activity model is held to, since handbooks list these. */
import type { Activity } from './unifac.ts';

export interface Azeotrope {
  /** Mole fraction of the first of the two. */
  readonly share: number;
  /** In the unit of the pressures given. */
  readonly pressure: number;
}

/**
 * The azeotrope of two liquids whose own vapour pressures are `pressures`, by the modified Raoult law; undefined where the
 * first is the more, or the less, volatile one all the way.
 */
export function azeotropeBy(activity: Activity, pressures: readonly number[]): Azeotrope | undefined {
  const [first = 0, second = 0] = pressures;
  const coefficients = new Float64Array(2);
  const at = (share: number): [number, number] => {
    activity(Float64Array.of(share, 1 - share), coefficients);
    return [(coefficients[0] as number) * first, (coefficients[1] as number) * second];
  };
  const difference = (share: number) => {
    const [one, other] = at(share);
    return one - other;
  };
  let [low, high] = [1e-9, 1 - 1e-9];
  const sign = Math.sign(difference(low));
  if (sign === Math.sign(difference(high))) return undefined;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(difference(middle)) === sign) low = middle;
    else high = middle;
  }
  return { share: low, pressure: at(low)[0] };
}
