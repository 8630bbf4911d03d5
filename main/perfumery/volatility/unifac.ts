/**
 * @file Activity coefficients by UNIFAC (Fredenslund, Jones, Prausnitz, AIChE J. 1975, 21, 1086). Made once for a mixture
 * and a temperature, asked many times for its composition.
 *
 * Where nothing is published for a pair of groups the two are taken not to act on one another. What has no groups is
 * ideal: its coefficient is 1, and the others are computed as if it were not there.
 */
import { atOnce, type Slices } from '#foundation/slices.ts';
import type { UnifacGroups } from './unifac-groups.ts';
import { type UnifacGroup, type UnifacGroupName, unifacGroups, unifacInteraction } from './unifac-parameters.ts';

/** Writes the activity coefficient of each component into `coefficients`, from amounts in any one unit of moles. */
export type Activity = (amounts: Float64Array, coefficients: Float64Array) => void;

/** Raoult's law as it stands: every coefficient is 1. */
export const idealActivity: Activity = (_, coefficients) => {
  coefficients.fill(1);
};

/** Coordination number of the lattice, halved: z = 10. */
const halfCoordination = 5;

/** Activity coefficients for components with these groups, at `temperature` in K. Undefined groups: ideal. */
export function unifac(components: readonly (UnifacGroups | undefined)[], temperature: number): Activity {
  return atOnce(makingUnifac(components, temperature));
}

/** `unifac` in slices of less than a millisecond. */
export function* makingUnifac(
  components: readonly (UnifacGroups | undefined)[],
  temperature: number,
): Slices<Activity> {
  const names = [...new Set(components.flatMap((groups) => [...(groups?.keys() ?? [])]))];
  const kinds: readonly UnifacGroup[] = names.map((name) => unifacGroups[name]);
  const size = kinds.length;
  const areas = Float64Array.from(kinds, ({ area }) => area);
  // psi[m * size + k] is how m acts on k.
  const psi = Float64Array.from({ length: size * size }, (_, at) => {
    const [m, k] = [kinds[Math.floor(at / size)], kinds[at % size]] as [UnifacGroup, UnifacGroup];
    return Math.exp(-(unifacInteraction(m.main, k.main) ?? 0) / temperature);
  });
  const known = components.flatMap((groups, at) => (groups ? [componentOf(at, groups, names)] : []));
  const residual = residualOf(areas, psi);
  for (const { counts, pure } of known) {
    residual(counts, pure);
    yield;
  }

  const groupAmounts = new Float64Array(size);
  const mixed = new Float64Array(size);
  return (amounts, coefficients) => {
    coefficients.fill(1);
    let total = 0;
    let volume = 0;
    let area = 0;
    groupAmounts.fill(0);
    for (const { at, counts, places, volume: r, area: q } of known) {
      const amount = amounts[at] as number;
      total += amount;
      volume += amount * r;
      area += amount * q;
      for (const k of places) groupAmounts[k] = (groupAmounts[k] as number) + amount * (counts[k] as number);
    }
    if (!(total > 0)) return;
    residual(groupAmounts, mixed);
    for (const { at, counts, places, volume: r, area: q, pure } of known) {
      const v = (r * total) / volume;
      const f = (q * total) / area;
      let sum = 1 - v + Math.log(v) - halfCoordination * q * (1 - v / f + Math.log(v / f));
      for (const k of places) sum += (counts[k] as number) * ((mixed[k] as number) - (pure[k] as number));
      coefficients[at] = Math.exp(sum);
    }
  };
}

interface Component {
  readonly at: number;
  readonly counts: Float64Array;
  /** Where `counts` is not 0. */
  readonly places: readonly number[];
  readonly volume: number;
  readonly area: number;
  /** ln of the group coefficients in the pure liquid. */
  readonly pure: Float64Array;
}

function componentOf(at: number, groups: UnifacGroups, names: readonly UnifacGroupName[]): Component {
  const counts = Float64Array.from(names, (name) => groups.get(name) ?? 0);
  let volume = 0;
  let area = 0;
  for (const [name, count] of groups) {
    volume += count * unifacGroups[name].volume;
    area += count * unifacGroups[name].area;
  }
  const places = names.flatMap((name, place) => (groups.has(name) ? [place] : []));
  return { at, counts, places, volume, area, pure: new Float64Array(names.length) };
}

/** ln of the residual activity coefficient of each group in a solution of groups. */
function residualOf(areas: Float64Array, psi: Float64Array) {
  const size = areas.length;
  const surface = new Float64Array(size);
  const seen = new Float64Array(size);
  return (groupAmounts: Float64Array, into: Float64Array): void => {
    let whole = 0;
    for (let k = 0; k < size; k++) whole += (groupAmounts[k] as number) * (areas[k] as number);
    for (let k = 0; k < size; k++) {
      surface[k] = whole > 0 ? ((groupAmounts[k] as number) * (areas[k] as number)) / whole : 0;
    }
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (let m = 0; m < size; m++) sum += (surface[m] as number) * (psi[m * size + k] as number);
      seen[k] = sum;
    }
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (let m = 0; m < size; m++) {
        if (surface[m]) sum += ((surface[m] as number) * (psi[k * size + m] as number)) / (seen[m] as number);
      }
      into[k] = seen[k] ? (areas[k] as number) * (1 - Math.log(seen[k] as number) - sum) : 0;
    }
  };
}
