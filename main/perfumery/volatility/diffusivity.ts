/**
 * @file How fast a vapour spreads in still air: Fuller, Schettler, Giddings (J. Phys. Chem. 1969, 73, 3679), in the form and
 * with the diffusion volumes of Poling, Prausnitz, O'Connell (2001, equation 11-4.4).
 */
import { kelvin } from './vapour-pressure.ts';

const volumes: Readonly<Record<string, number>> = {
  C: 15.9,
  H: 2.31,
  O: 6.11,
  N: 4.54,
  S: 22.9,
  F: 14.7,
  Cl: 21,
  Br: 21.9,
};
const aromaticRing = -18.3;
const air = { weight: 28.96, volume: 19.7 };
const atmosphere = 1.01325;

export interface Vapour {
  /** g/mol. */
  readonly weight: number;
  /** Hill order. Without it the molecule is taken to fill as much room for its weight as a terpene alcohol. */
  readonly formula?: string | undefined;
  readonly aromaticRings?: number;
}

/** m²/s in air of one atmosphere. */
export function diffusivity({ weight, formula, aromaticRings = 0 }: Vapour, celsius: number): number {
  const known = formula ? diffusionVolume(formula) : 0;
  const volume = known > 0 ? known + aromaticRings * aromaticRing : diffusionVolume('C10H18O') * (weight / 154.253);
  const meanWeight = 2 / (1 / weight + 1 / air.weight);
  const width = Math.cbrt(volume) + Math.cbrt(air.volume);
  return (1e-4 * 0.00143 * kelvin(celsius) ** 1.75) / (atmosphere * Math.sqrt(meanWeight) * width ** 2);
}

function diffusionVolume(formula: string): number {
  let sum = 0;
  for (const [, element = '', count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    const volume = volumes[element];
    if (volume === undefined) return 0;
    sum += volume * Number(count || 1);
  }
  return sum;
}
