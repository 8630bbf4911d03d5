/** @file What the rules of stability look at. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Slices } from '#foundation/slices.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { Mixture } from '#perfumery/volatility/mixture.ts';
import type { StabilityFinding } from './finding.ts';
import type { Substance } from './substances.ts';

export interface Circumstances {
  readonly substances: readonly Substance[];
  readonly mixture: Mixture;
  readonly materials: (id: MaterialId) => Material | undefined;
  readonly product: Product;
}

type Findings = readonly StabilityFinding[];

/** One thing a chemist would look for; in slices where looking for it takes long. */
export type Rule = (circumstances: Circumstances) => Findings | Slices<Findings>;
