import type { MaterialEvolution } from '#perfumery/odour/evolution.ts';

/** Whether what is smelled of a material hangs on an input that was estimated, and so is drawn dashed. */
export function isEstimated({ inputs }: Pick<MaterialEvolution, 'inputs'>): boolean {
  return inputs.vapourPressure === 'estimated' || inputs.odourThreshold === 'estimated';
}
