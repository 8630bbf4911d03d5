/**
 * @file What of a material evaporates by itself: a substance as it is; a natural or a base as the substances listed in it that
 * the library knows, and a rest.
 *
 * What is listed but not known stands for a sesquiterpene, 204 g/mol, at the pressure that brings the fresh whole to its own;
 * so does what is not listed of an oil. In an absolute, a resinoid or a tincture that is taken for matter of 350 g/mol that
 * does not evaporate. This is how the catalogue reckons the pressure of its naturals.
 */
import type { Constituent, Material } from '#perfumery/material/material.ts';
import { type PressureModel, type VapourPressure, vapourPressureOf } from './estimate-vapour-pressure.ts';

/** The single substance with a CAS number, where the library has it. */
export type SubstanceOf = (cas: string) => Material | undefined;

export interface Component {
  /** The same for the same substance, whatever material it comes in. */
  readonly key: string;
  /** Absent for a rest that nobody named. */
  readonly material?: Material;
  /** Of the material, 0 to 1. */
  readonly share: number;
  /** g/mol. */
  readonly weight: number;
  /** Absent where not known, and for what does not evaporate. */
  readonly pressure?: VapourPressure;
}

export interface Opened {
  /** `single`: one substance. `opened`: a mixture by its constituents. `as-one`: a mixture whose constituents are not known. */
  readonly composition: 'single' | 'opened' | 'as-one';
  /** They make up all of the material. */
  readonly components: readonly Component[];
  /** Of the fresh material. */
  readonly pressure?: VapourPressure;
}

/** g/mol where nothing is known. */
export const usualWeight = 200;
const sesquiterpene = { weight: 204, pressure: 1 };
const involatile = 350;
/** Pa: more than a light monoterpene has the rest of no oil. */
const mostOfRest = 700;
/** Pa: half of a mixture that does not evaporate. */
const none = 0;

interface Needs {
  readonly model: PressureModel | undefined;
  readonly substances: SubstanceOf | undefined;
}

/** The components of `material`, which is known under `id`. */
export function componentsOf(id: string, material: Material | undefined, { model, substances }: Needs): Opened {
  const pressure = material && vapourPressureOf(material, model);
  const isMixture = material?.kind === 'natural' || (material?.kind === 'base' && !material.smiles);
  const opened = isMixture && substances && openedBy(material, { model, substances, whole: pressure?.value });
  if (opened) return opened;
  const weight = material?.molecularWeight?.value ?? usualWeight;
  return {
    composition: isMixture ? 'as-one' : 'single',
    components: [{ key: id, ...(material && { material }), share: 1, weight, ...(pressure && { pressure }) }],
    ...(pressure && { pressure }),
  };
}

/** Pa at 25 °C of the component in the middle of the mass, from the most volatile down: what a mixture is like as a whole. */
export function middlePressure(components: readonly Component[]): number {
  let share = 0;
  for (const one of components.toSorted((a, b) => (b.pressure?.value ?? none) - (a.pressure?.value ?? none))) {
    share += one.share;
    if (share >= 0.5) return one.pressure?.value ?? none;
  }
  return none;
}

function openedBy(
  material: Material,
  { model, substances, whole }: Needs & { readonly substances: SubstanceOf; readonly whole: number | undefined },
): Opened | undefined {
  const listed = new Map<string, Component>();
  let unknown = 0;
  for (const { cas, typical } of material.constituents ?? []) {
    const known = substances(cas);
    const pressure = known && vapourPressureOf(known, model);
    if (!known?.molecularWeight || !pressure) unknown += typical;
    else {
      const share = typical + (listed.get(known.id)?.share ?? 0);
      listed.set(known.id, { key: known.id, material: known, share, weight: known.molecularWeight.value, pressure });
    }
  }
  if (listed.size === 0) return undefined;
  const all = totalOf(material.constituents ?? []);
  const unlisted = Math.max(0, 100 - all);
  const isOil = !/absolute|resinoid|concrete|balsam|tincture/i.test(material.name.en);
  const rest = unknown + (isOil ? unlisted : 0);
  const still = isOil ? 0 : unlisted;
  const components: Component[] = [...listed.values()];
  const known = components.reduce(
    (sum, { share, weight, pressure }) => sum + (share / weight) * (pressure?.value ?? 0),
    0,
  );
  const moles = components.reduce((sum, { share, weight }) => sum + share / weight, 0) + still / involatile;
  const restMoles = rest / sesquiterpene.weight;
  if (restMoles > 0) {
    const missing = whole === undefined ? 0 : (whole * (moles + restMoles) - known) / restMoles;
    const value = Math.min(mostOfRest, Math.max(sesquiterpene.pressure, missing));
    const pressure = { value, from: 'constituents' } as const;
    components.push({ key: `rest of ${material.id}`, share: rest, weight: sesquiterpene.weight, pressure });
  }
  if (still > 0) components.push({ key: `still rest of ${material.id}`, share: still, weight: involatile });
  const sum = components.reduce((total, { share }) => total + share, 0);
  const fresh = components.reduce(
    (total, { share, weight, pressure }) => total + (share / weight) * (pressure?.value ?? 0),
    0,
  );
  return {
    composition: 'opened',
    components: components.map((one) => ({ ...one, share: one.share / sum })),
    pressure: { value: fresh / (moles + restMoles), from: 'constituents' },
  };
}

function totalOf(constituents: readonly Constituent[]): number {
  return constituents.reduce((sum, { typical }) => sum + typical, 0);
}
