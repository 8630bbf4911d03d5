/**
 * @file A flash point estimated from what evaporates: the temperature at which the vapour over the liquid reaches its lower
 * flammability limit, by Le Chatelier's rule with an ideal liquid (Gmehling, Rasmussen, Ind. Eng. Chem. Fundam. 1982, 21, 186).
 *
 * Σ xᵢ Pᵢ(T) / Lᵢ = 1. For ethanol, which decides nearly always, L is its own vapour pressure at its measured closed-cup
 * flash point of 13 °C (the form of Liaw, J. Loss Prev. Process Ind. 2002, 15, 429). For the rest it is the lower limit in air
 * by Jones (Ind. Eng. Chem. 1938, 30, 849): 0.55 of the stoichiometric mixture, from the molecular formula. Ideal means γ = 1:
 * ethanol in water really flashes some degrees lower than this says.
 */
import { kelvin, vapourPressureAt } from '#perfumery/volatility/vapour-pressure.ts';

export interface FlammableShare {
  readonly cas: readonly string[];
  /** Mass share in any unit. */
  readonly mass: number;
  /** g/mol. */
  readonly molecularWeight: number;
  /** Pa at 25 °C. */
  readonly vapourPressure: number;
  /** Hill order. */
  readonly molecularFormula: string;
}

const atmosphere = 101_325;
const ethanol = '64-17-5';
const ethanolFlashPoint = 13;

/** Pa, by Antoine's equation with the constants of Ambrose and Sprake (J. Chem. Thermodyn. 1970, 2, 631). */
function ethanolPressure(celsius: number): number {
  return 1e5 * 10 ** (5.24677 - 1598.673 / (kelvin(celsius) - 46.424));
}

/** °C; undefined where nothing in it burns, or not between -40 and 200 °C. */
export function flashPoint(shares: readonly FlammableShare[]): number | undefined {
  const moles = shares.reduce((sum, { mass, molecularWeight }) => sum + mass / molecularWeight, 0);
  const burning = shares.flatMap((share) => {
    const filling = fillingOf(share);
    return filling === undefined || share.mass <= 0
      ? []
      : [{ part: share.mass / share.molecularWeight / moles, filling }];
  });
  if (moles <= 0 || burning.length === 0) return undefined;
  const filled = (celsius: number) => burning.reduce((sum, { part, filling }) => sum + part * filling(celsius), 0);
  let [low, high] = [-40, 200];
  if (filled(low) >= 1 || filled(high) < 1) return undefined;
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (filled(middle) < 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How far a pure liquid fills the air with vapour, 1 being enough to burn; undefined for what does not burn. */
function fillingOf(share: FlammableShare): ((celsius: number) => number) | undefined {
  const { cas, vapourPressure, molecularFormula } = share;
  if (cas.includes(ethanol)) return (celsius) => ethanolPressure(celsius) / ethanolPressure(ethanolFlashPoint);
  const limit = lowerLimit(molecularFormula);
  if (limit === undefined) return undefined;
  return (celsius) => vapourPressureAt(vapourPressure, celsius) / (limit * atmosphere);
}

/** Volume share of vapour in air above which it burns, by Jones; undefined for what does not. */
export function lowerLimit(molecularFormula: string): number | undefined {
  const atoms = new Map<string, number>();
  for (const [, symbol = '', count] of molecularFormula.matchAll(/([A-Z][a-z]?)(\d*)/g))
    atoms.set(symbol, (atoms.get(symbol) ?? 0) + Number(count || 1));
  const of = (symbol: string) => atoms.get(symbol) ?? 0;
  const oxygen = of('C') + of('S') + (of('H') - of('Cl') - of('Br')) / 4 - of('O') / 2;
  if (of('C') === 0 || oxygen <= 0) return undefined;
  return 0.55 / (1 + 4.76 * oxygen);
}
