/** @file Reckons how a formula evolves beside the page. One question, one answer. */
import thresholds from '#assets/odour/threshold-model.json' with { type: 'json' };
import { evolve } from '#perfumery/odour/evolution.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import type { WholeFormula } from '#renderer/shared/whole-formula.ts';

/** What is followed, and under what. */
export interface EvolutionQuestion extends WholeFormula {
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
}

self.onmessage = ({ data: { formula, materials, ...settings } }: MessageEvent<EvolutionQuestion>) => {
  self.postMessage(evolve(formula, { ...settings, materials: (id) => materials.get(id), thresholds }));
};
