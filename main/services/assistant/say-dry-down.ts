/** @file How a formula dries, as sentences: which family and material lead when, by the studio's own reckoning on skin. */

import type { MaterialId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import type { Tongue } from './assistant-needs.ts';

const times = [0, 0.5, 4, 24];
/** What would be written as 0.0 is not smelled. */
const faintest = 0.05;

export interface DryDownSaid {
  readonly language: Tongue;
  /** `before`, `after` … where two are told beside each other. */
  readonly label?: string;
  readonly familyName: (family: string) => string;
  readonly materialName: (id: MaterialId) => InTwoLanguages;
}

/** A sentence for the start, half an hour, four hours and a day. Intensities are on the studio's own scale, without a unit. */
export function sayDryDown(
  evolution: Evolution,
  { language, label, familyName, materialName }: DryDownSaid,
): readonly string[] {
  const head = label ? `${label}: ` : '';
  return times.map((hours) => {
    const at = evolution.times.findIndex((time) => time >= hours);
    const strongest = [...evolution.families]
      .map(({ family, intensity }) => ({ family, intensity: intensity[at] ?? 0 }))
      .filter(({ family, intensity }) => intensity >= faintest && family !== 'solvent')
      .sort((a, b) => b.intensity - a.intensity)
      .slice(0, 3);
    const lead = evolution.dominant[at];
    const families = strongest
      .map(({ family, intensity }) => `${familyName(family)} ${intensity.toFixed(1)}`)
      .join(', ');
    if (language === 'ko') {
      const leads = lead ? `, 이끄는 원료는 ${materialName(lead).ko}` : '';
      return `${head}${hours}시간: ${families || '맡을 수 있는 것이 없음'}${leads}.`;
    }
    const leads = lead ? `; ${materialName(lead).en} leads` : '';
    return `${head}After ${hours} h: ${families || 'nothing can be smelled'}${leads}.`;
  });
}
