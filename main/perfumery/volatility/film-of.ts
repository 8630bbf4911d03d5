/** @file A product laid on a surface as a film: amounts, the rates its parts would leave at alone, and how they act on one another. */
import type { Material } from '#perfumery/material/material.ts';
import { diffusivity } from './diffusivity.ts';
import type { Film } from './evaporate.ts';
import type { Mixture } from './mixture.ts';
import { readSmiles } from './molecule.ts';
import type { Surface } from './surface.ts';
import { idealActivity, unifac } from './unifac.ts';
import { type UnifacGroups, unifacGroupsOf } from './unifac-groups.ts';
import { gasConstant, kelvin, vapourPressureAt } from './vapour-pressure.ts';

/** One part of the film, with what it was taken to be. */
export interface FilmPart {
  /** g/m² at the start. */
  readonly mass: number;
  /** g/mol. */
  readonly weight: number;
  /** Pa at the temperature of the film, of the pure liquid; undefined where not known. */
  readonly pressure: number | undefined;
  readonly groups: UnifacGroups | undefined;
}

export interface LaidFilm {
  readonly film: Film;
  /** In the order of the mixture's portions. */
  readonly parts: readonly FilmPart[];
}

/** g/mol where nothing is known. */
export const usualWeight = 200;

/** Lays `mixture` on `surface`. What is not in `materials`, or has no vapour pressure, stays where it is. */
export function filmOf(
  { portions }: Mixture,
  materials: readonly (Material | undefined)[],
  { surface, activity }: { readonly surface: Surface; readonly activity: 'ideal' | 'unifac' },
): LaidFilm {
  const temperature = kelvin(surface.temperature);
  const parts = portions.map(({ share }, at): FilmPart => {
    const material = materials[at];
    const known = material?.vapourPressure?.value;
    return {
      mass: share * surface.load,
      weight: material?.molecularWeight?.value ?? usualWeight,
      pressure: known === undefined ? undefined : vapourPressureAt(known, surface.temperature),
      groups: material?.smiles && unifacGroupsOf(material.smiles.value),
    };
  });
  const rates = parts.map(({ weight, pressure = 0 }, at) => {
    const material = materials[at];
    const formula = material?.molecularFormula?.value;
    const aromaticRings = material?.smiles ? aromaticRingsOf(material.smiles.value) : 0;
    const spread = diffusivity({ weight, formula, aromaticRings }, surface.temperature);
    return ((spread / surface.layer) * pressure) / (gasConstant * temperature);
  });
  return {
    film: {
      amounts: Float64Array.from(parts, ({ mass, weight }) => mass / weight),
      rates: Float64Array.from(rates),
      activity:
        activity === 'ideal'
          ? idealActivity
          : unifac(
              parts.map(({ groups }) => groups),
              temperature,
            ),
    },
    parts,
  };
}

function aromaticRingsOf(smiles: string): number {
  const aromatic = readSmiles(smiles)?.filter(({ isAromatic }) => isAromatic).length ?? 0;
  return Math.round(aromatic / 6);
}
