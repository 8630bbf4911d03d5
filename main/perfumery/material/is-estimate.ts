import type { FactMethod } from './material.ts';

const estimates: ReadonlySet<FactMethod> = new Set(['estimated', 'own-estimate', 'computed']);

/** Whether a fact was estimated rather than measured or stated. */
export function isEstimate(method: FactMethod): boolean {
  return estimates.has(method);
}
