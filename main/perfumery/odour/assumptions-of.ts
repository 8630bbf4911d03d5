/** @file Which assumptions one evolution rests on, and of which materials each is made. */
import type { Surface } from '#perfumery/volatility/surface.ts';
import { type Assumption, assumption, assumptionOfSurface } from './assumptions.ts';
import type { MaterialEvolution } from './evolution.ts';

/** What all of it was reckoned under. */
interface Circumstances {
  readonly surface: Surface;
  readonly activity: 'ideal' | 'unifac';
  readonly unnamed: number;
}

/** Everything that these evolutions rest on, what holds for all first. */
export function assumptionsOf(
  evolutions: readonly MaterialEvolution[],
  { surface, activity, unnamed }: Circumstances,
): Assumption[] {
  const about = (
    key: Parameters<typeof assumption>[0],
    fits: (one: MaterialEvolution) => boolean | undefined,
  ): Assumption[] => {
    const ids = evolutions.filter(fits).map(({ materialId }) => materialId);
    return ids.length > 0 ? [assumption(key, ids)] : [];
  };
  const isUnifac = activity === 'unifac';
  return [
    assumptionOfSurface(surface.stated),
    assumption('diffusion'),
    ...(surface.temperature === 25 ? [] : [assumption('temperature')]),
    assumption(isUnifac ? 'activity-unifac' : 'activity-all-ideal'),
    ...(isUnifac ? about('activity-ideal', ({ inputs }) => inputs.activity === 'ideal') : []),
    ...about('activity-derived', ({ inputs }) => inputs.activity === 'unifac-derived'),
    assumption(surface.nose === 'film' ? 'nose-at-film' : 'nose-in-room'),
    assumption('intensity'),
    ...about('solvents-apart', ({ isSolvent }) => isSolvent),
    ...about('natural-opened', ({ composition }) => composition === 'opened'),
    ...about('natural-as-one', ({ composition }) => composition === 'as-one'),
    ...about('pressure-estimated', ({ pressure }) => pressure?.from === 'estimated-fact'),
    ...about('pressure-from-boiling-point', ({ pressure }) => pressure?.from === 'boiling-point'),
    ...about('pressure-from-structure', ({ pressure }) => pressure?.from === 'structure'),
    ...about('pressure-from-life', ({ pressure }) => pressure?.from === 'blotter-life'),
    ...about('pressure-unknown', ({ inputs }) => inputs.vapourPressure === 'unknown'),
    ...about(
      'threshold-estimated',
      ({ threshold }) => threshold?.from === 'structure' || threshold?.from === 'estimated-fact',
    ),
    ...about('threshold-extrapolated', ({ threshold }) => threshold?.from === 'larger-structure'),
    ...about('threshold-typical', ({ threshold }) => threshold?.from === 'typical'),
    ...about('threshold-unknown', ({ threshold }) => threshold === undefined),
    ...about('threshold-of-constituents', ({ threshold }) => threshold?.from === 'constituents'),
    ...about(
      'weight-unknown',
      ({ inputs, composition }) => inputs.molecularWeight === 'unknown' && composition !== 'opened',
    ),
    ...(unnamed > 0 ? [assumption('unnamed')] : []),
  ];
}
