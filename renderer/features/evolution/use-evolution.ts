import { useMemo } from 'react';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { type Aside, useAside } from '#renderer/shared/aside.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { wholeFormula } from '#renderer/shared/whole-formula.ts';
import type { EvolutionQuestion } from './evolve-worker.ts';

/** Under what an evolution is reckoned. */
export interface Setting {
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
}

const start = () => new Worker(new URL('./evolve-worker.ts', import.meta.url), { type: 'module' });

/** How a formula evolves in its product; nothing while none is given. */
export function useEvolution(
  what: { readonly formula: Formula; readonly product: Product } | undefined,
  accords: Sheet['accords'],
  { surface, activity }: Setting,
): Aside<Evolution> {
  const materials = useStudio((studio) => studio.materials);
  const { formula, product } = what ?? {};
  const question = useMemo(
    (): EvolutionQuestion | undefined =>
      formula &&
      product && { ...wholeFormula({ formula, product, accords: formulasOf(accords) }, materials), surface, activity },
    [formula, product, accords, materials, surface, activity],
  );
  return useAside<EvolutionQuestion, Evolution>(start, question);
}
