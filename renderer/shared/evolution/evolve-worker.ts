/** @file Reckons how a formula evolves beside the page. One question, one answer. */
import pressures from '#assets/odour/pressure-model.json' with { type: 'json' };
import thresholds from '#assets/odour/threshold-model.json' with { type: 'json' };
import type { Material } from '#perfumery/material/material.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import type { WholeFormula } from '#renderer/shared/whole-formula.ts';

/** What is followed, and under what. */
export interface EvolutionQuestion extends WholeFormula {
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
  /** The substances inside its naturals and bases that the library has, by CAS number. */
  readonly substances: ReadonlyMap<string, Material>;
}

self.onmessage = ({ data: { formula, materials, substances, ...settings } }: MessageEvent<EvolutionQuestion>) => {
  self.postMessage(
    evolve(formula, {
      ...settings,
      materials: (id) => materials.get(id),
      substances: (cas) => substances.get(cas),
      thresholds,
      pressures,
    }),
  );
};
