/**
 * @file The acute toxicity estimate of a mixture, by the additivity formula of Regulation (EC) 1272/2008, Annex I, 3.1.3.6:
 * 100 / ATE(mixture) = Σ Cᵢ / ATEᵢ. Where more than a tenth is not known, 100 less that part stands in place of 100.
 *
 * An ingredient that names no estimate counts with the converted point estimate of its category (table 3.1.2). What is inhaled
 * is left out: its estimates differ for gas, vapour and mist, and a data sheet's code does not say which.
 */
import type { MaterialId } from '#foundation/ids.ts';
import type { HazardCode } from './hazard-code.ts';

export const acuteRoutes = ['swallowed', 'skin'] as const;
export type AcuteRoute = (typeof acuteRoutes)[number];

export interface AcuteToxicity {
  readonly route: AcuteRoute;
  /** mg/kg. */
  readonly ate: number;
  /** The statement that follows; absent above the highest limit. */
  readonly statement?: string;
  readonly from: readonly MaterialId[];
}

/** A strongest category where none is named. */
const estimates: Readonly<Record<AcuteRoute, Readonly<Record<string, number>>>> = {
  swallowed: { 'H300 1': 0.5, 'H300 2': 5, H300: 0.5, H301: 100, H302: 500, H303: 2500 },
  skin: { 'H310 1': 5, 'H310 2': 50, H310: 5, H311: 300, H312: 1100, H313: 2500 },
};

/** mg/kg up to which a statement follows. */
const limits: Readonly<Record<AcuteRoute, readonly (readonly [most: number, statement: string])[]>> = {
  swallowed: [
    [50, 'H300'],
    [300, 'H301'],
    [2000, 'H302'],
  ],
  skin: [
    [200, 'H310'],
    [1000, 'H311'],
    [2000, 'H312'],
  ],
};

interface Part {
  readonly materialId: MaterialId;
  readonly percent: number;
  readonly codes: readonly HazardCode[];
}

/** For each route by which anything in the mixture is toxic. `unknown`: % of it nobody has entered anything about. */
export function acuteToxicity(parts: readonly Part[], unknown: number): readonly AcuteToxicity[] {
  return acuteRoutes.flatMap((route) => {
    const toxic = parts.flatMap(({ materialId, percent, codes }) => {
      const found = codes.flatMap((code) => estimateOf(code, route) ?? []);
      return found.length > 0 && percent > 0 ? [{ materialId, weight: percent / Math.min(...found) }] : [];
    });
    if (toxic.length === 0) return [];
    const whole = unknown > 10 ? 100 - unknown : 100;
    const ate = whole / toxic.reduce((sum, { weight }) => sum + weight, 0);
    const statement = limits[route].find(([most]) => ate <= most)?.[1];
    const from = toxic.sort((a, b) => b.weight - a.weight).map(({ materialId }) => materialId);
    return [{ route, ate: Number(ate.toPrecision(6)), ...(statement && { statement }), from }];
  });
}

function estimateOf({ statement, category = '', ate }: HazardCode, route: AcuteRoute): number | undefined {
  const usual = estimates[route][`${statement} ${category}`.trim()] ?? estimates[route][statement];
  return usual === undefined ? undefined : (ate ?? usual);
}
