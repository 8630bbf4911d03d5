/**
 * @file The perfumery radar: how strong each family is at one moment (after Teixeira, Rodríguez, Rodrigues, Ind. Eng. Chem.
 * Res. 2010, 49, 11764). Two of them share their axes and can be laid over each other.
 */
import { type Family, families } from '#perfumery/material/material.ts';
import type { Evolution } from './evolution.ts';

/** One axis: intensity by family; 0 where nothing of it is smelled. */
export interface RadarAxis {
  readonly family: Family;
  readonly intensity: number;
  readonly isEstimated: boolean;
}

/** The radar at `hour`, between two times of the evolution on a straight line. Every family but the solvents, in their order. */
export function radarAt({ times, families: known }: Evolution, hour: number): readonly RadarAxis[] {
  const after = times.findIndex((time) => time >= hour);
  const to = after < 0 ? times.length - 1 : after;
  const from = Math.max(0, to - 1);
  const [start = 0, end = 0] = [times[from], times[to]];
  const share = end > start ? Math.min(1, (hour - start) / (end - start)) : 1;
  return families
    .filter((family) => family !== 'solvent')
    .map((family) => {
      const one = known.find((each) => each.family === family);
      const [before = 0, behind = 0] = [one?.intensity[from], one?.intensity[to]];
      return { family, intensity: before + share * (behind - before), isEstimated: one?.isEstimated ?? false };
    });
}
