import { useMemo } from 'react';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { substancesByCas } from '#perfumery/material/substances-by-cas.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import type { SurfaceName } from '#perfumery/volatility/surface.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { type Aside, useAside } from '#renderer/shared/aside.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { type WholeFormula, wholeFormula } from '#renderer/shared/whole-formula.ts';
import type { EvolutionQuestion } from './evolve-worker.ts';

/** Under what an evolution is reckoned. */
export interface Setting {
  readonly surface: SurfaceName;
  readonly activity: 'ideal' | 'unifac';
}

/** What is looked at where nothing else is chosen. */
export const usualSetting: Setting = { surface: 'blotter', activity: 'unifac' };

const start = () => new Worker(new URL('./evolve-worker.ts', import.meta.url), { type: 'module' });

/** How a formula evolves in its product; nothing while none is given. */
export function useEvolution(
  what: { readonly formula: Formula; readonly product: Product } | undefined,
  accords: Sheet['accords'],
  { surface, activity }: Setting,
): Aside<Evolution> {
  const materials = useStudio((studio) => studio.materials);
  const { formula, product } = what ?? {};
  const question = useMemo((): EvolutionQuestion | undefined => {
    if (!formula || !product) return undefined;
    const whole = wholeFormula({ formula, product, accords: formulasOf(accords) }, materials);
    return { ...whole, substances: substancesIn(whole, materials), surface, activity };
  }, [formula, product, accords, materials, surface, activity]);
  return useAside<EvolutionQuestion, Evolution>(start, question);
}

type Library = ReadonlyMap<string, LibraryMaterial>;
const indexes = new WeakMap<Library, ReadonlyMap<string, Material>>();

/** What the library has of the substances that the compositions in a formula list. */
function substancesIn({ materials }: WholeFormula, library: Library): ReadonlyMap<string, Material> {
  const index = indexes.get(library) ?? substancesByCas(Array.from(library.values(), ({ material }) => material));
  indexes.set(library, index);
  const found = new Map<string, Material>();
  for (const { constituents = [] } of materials.values()) {
    for (const { cas } of constituents) {
      const known = index.get(cas);
      if (known) found.set(cas, known);
    }
  }
  return found;
}
