/**
 * @file How far a thing fulfils a wish: it says so itself, or what it is described as brings the wish to mind.
 *
 * A wish is a concept with everything it brings to mind. A thing that is said to be it fulfils it as strongly as it is said;
 * any other as far as what is said of it points the same way, never quite.
 */
import type { Slices } from '#foundation/slices.ts';
import type { ConceptIndex } from './concept-index.ts';

/** A concept that is wished for or not, with what it brings to mind and itself, by weight. */
export interface AskedWish {
  readonly id: string;
  readonly weight: number;
  readonly isNegated: boolean;
  readonly bundle: ReadonlyMap<string, number>;
}

/** Under this key `stated` holds that something was said not to be so. */
export function deniedKey(concept: string): string {
  return `!${concept}`;
}

/** What only brings a wish to mind fulfils it at most so far. */
const mostImplied = 0.85;
/** What is only implied to be there counts so much against a thing. */
const impliedAversion = 0.6;
/** How much fulfilling all wishes together counts beside fulfilling them on the mean. */
const togetherShare = 0.5;
/** What a wish that is not fulfilled at all counts in the geometric mean. */
const leastFulfilled = 0.08;
/** A thing that says itself that it is not what is not wanted. */
const deniedWorth = 0.5;

/** By slot: how far the wishes are fulfilled on the whole, and how much of what is not wanted there is, each 0 to 1. */
export function* scoreWishes(
  concepts: ConceptIndex,
  wishes: readonly AskedWish[],
  slots: number,
): Slices<{ readonly likings: Float64Array; readonly aversions: Float64Array }> {
  const { stated } = concepts;
  const likings = new Float64Array(slots);
  const aversions = new Float64Array(slots);
  if (wishes.length === 0) return { likings, aversions };
  /** For the geometric mean: what fulfils every wish a little comes before what fulfils one alone. Above that of nothing. */
  const logs = new Float64Array(slots);
  const direct = new Float64Array(slots);
  let whole = 0;
  for (const wish of wishes) {
    const implied = concepts.cosines(wish.bundle, slots);
    yield;
    direct.fill(0);
    /** What is said not to be there is not held against a thing for what is in it. */
    const before = wish.isNegated ? aversions.slice() : undefined;
    stated.each(wish.id, (slot, weight) => {
      direct[slot] = weight;
    });
    const share = wish.isNegated ? impliedAversion : mostImplied;
    for (let slot = 0; slot < slots; slot += 1) {
      const fulfilled = Math.max(direct[slot] as number, share * (implied[slot] as number));
      if (wish.isNegated) aversions[slot] = Math.max(aversions[slot] as number, wish.weight * fulfilled);
      else if (fulfilled > 0) {
        likings[slot] = (likings[slot] as number) + wish.weight * fulfilled;
        logs[slot] = (logs[slot] as number) + wish.weight * Math.log(1 + fulfilled / leastFulfilled);
      }
    }
    yield;
    if (!wish.isNegated) whole += wish.weight;
    else if (stated.has(deniedKey(wish.id))) {
      whole += deniedWorth * wish.weight;
      stated.each(deniedKey(wish.id), (slot, weight) => {
        likings[slot] = (likings[slot] as number) + deniedWorth * wish.weight * weight;
        logs[slot] = (logs[slot] as number) - deniedWorth * wish.weight * Math.log(leastFulfilled);
        aversions[slot] = before?.[slot] ?? 0;
      });
    }
  }
  if (whole > 0) {
    for (let slot = 0; slot < slots; slot += 1) {
      if (likings[slot] === 0) continue;
      const mean = (likings[slot] as number) / whole;
      const all = leastFulfilled * (Math.exp((logs[slot] as number) / whole) - 1);
      likings[slot] = (1 - togetherShare) * mean + togetherShare * Math.max(0, all);
    }
  }
  return { likings, aversions };
}
