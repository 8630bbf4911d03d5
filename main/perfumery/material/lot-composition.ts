/**
 * @file What one lot of a material really holds, in place of the typical composition. Of a material one composition at most is in
 * use; the facts of the material stay as they are beneath it.
 */
import type { CompositionId, LotId, MaterialId } from '#foundation/ids.ts';
import type { Constituent, Material } from './material.ts';
import type { LibraryMaterial } from './shelf.ts';

/** `gc-ms`: an analysis of the lot. `certificate`: what its supplier states. */
export const compositionOrigins = ['gc-ms', 'certificate'] as const;
export type CompositionOrigin = (typeof compositionOrigins)[number];

export interface LotComposition {
  readonly id: CompositionId;
  readonly materialId: MaterialId;
  /** The lot on the shelf; absent where it never stood there. */
  readonly lotId?: LotId;
  /** The number of the lot, as its supplier gives it. */
  readonly lot: string;
  /** ISO date of the analysis or the certificate. */
  readonly date?: string;
  readonly origin: CompositionOrigin;
  readonly constituents: readonly Constituent[];
  /** ISO instant. */
  readonly kept: string;
}

const judged = new WeakMap<LibraryMaterial, Material>();

/** A material as it is to be judged: with the composition of the lot in use, where there is one. The same object every time. */
export function judgedMaterial(entry: LibraryMaterial): Material {
  const { material, lot } = entry;
  if (!lot) return material;
  const before = judged.get(entry);
  if (before) return before;
  const now = { ...material, constituents: lot.constituents };
  judged.set(entry, now);
  return now;
}

/** Part of what is weighed of a material: its mass in any unit, and what is in it; undefined where nobody knows. */
export interface Portion {
  readonly mass: number;
  readonly constituents: readonly Constituent[] | undefined;
}

/**
 * What is in a material of which several lots are weighed together, by mass. Unknown as soon as one portion is; the lowest and
 * highest values of a lot are those of its analysis and say nothing of a mixture, so they are left out.
 */
export function mixedComposition(portions: readonly Portion[]): readonly Constituent[] | undefined {
  const weighed = portions.filter(({ mass }) => mass > 0);
  const [only] = weighed;
  if (weighed.length === 1 && only) return only.constituents;
  if (weighed.length === 0 || weighed.some(({ constituents }) => !constituents)) return undefined;
  const whole = weighed.reduce((sum, { mass }) => sum + mass, 0);
  const sums = new Map<string, Constituent>();
  for (const { mass, constituents = [] } of weighed) {
    for (const { cas, name, typical, method, source } of constituents) {
      const share = (typical * mass) / whole;
      const before = sums.get(cas);
      sums.set(
        cas,
        before ? { ...before, typical: before.typical + share } : { cas, name, typical: share, method, source },
      );
    }
  }
  return [...sums.values()].map((one) => ({ ...one, typical: Number(one.typical.toPrecision(12)) }));
}
