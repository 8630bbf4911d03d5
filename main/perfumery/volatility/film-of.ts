/** @file A product laid on a surface as a film: amounts, the rates its parts would leave at alone, and how they act on one another. */
import type { Slices } from '#foundation/slices.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type Component, componentsOf, type Opened, type SubstanceOf } from './components-of.ts';
import { diffusivity } from './diffusivity.ts';
import type { PressureModel } from './estimate-vapour-pressure.ts';
import type { Film } from './evaporate.ts';
import type { Mixture } from './mixture.ts';
import { type Molecule, readSmiles } from './molecule.ts';
import type { Surface } from './surface.ts';
import { idealActivity, makingUnifac } from './unifac.ts';
import { type UnifacGroups, unifacGroupsOf } from './unifac-groups.ts';
import { gasConstant, kelvin, vapourPressureAt } from './vapour-pressure.ts';

/** One substance of the film, with what it was taken to be. */
export interface FilmPart {
  readonly component: Component;
  /** g/m² at the start, from all materials it is in. */
  readonly mass: number;
  /** Pa at the temperature of the film, of the pure liquid; undefined where not known. */
  readonly pressure: number | undefined;
  readonly groups: UnifacGroups | undefined;
}

/** What became of one portion of the mixture. */
export interface LaidPortion extends Opened {
  /** Which parts of the film it is, and the g/m² it brings to each. */
  readonly parts: readonly { readonly at: number; readonly mass: number }[];
}

export interface LaidFilm {
  readonly film: Film;
  readonly parts: readonly FilmPart[];
  /** In the order of the mixture's portions. */
  readonly portions: readonly LaidPortion[];
}

export interface Laying {
  readonly surface: Surface;
  readonly activity: 'ideal' | 'unifac';
  /** Without it nothing is estimated. */
  readonly model: PressureModel | undefined;
  /** Without it every natural is one substance. */
  readonly substances: SubstanceOf | undefined;
}

/** Lays `mixture` on the surface. What is not in `materials`, or has no vapour pressure, stays where it is. */
export function* layFilm(
  { portions }: Mixture,
  materials: readonly (Material | undefined)[],
  { surface, activity, model, substances }: Laying,
): Slices<LaidFilm> {
  const places = new Map<string, number>();
  const found: { readonly component: Component; mass: number }[] = [];
  const laid: LaidPortion[] = [];
  for (const [at, { materialId, share }] of portions.entries()) {
    const opened = componentsOf(materialId, materials[at], { model, substances });
    const parts = opened.components.map((component) => {
      const mass = share * surface.load * component.share;
      const place = places.get(component.key) ?? found.push({ component, mass: 0 }) - 1;
      places.set(component.key, place);
      (found[place] as { mass: number }).mass += mass;
      return { at: place, mass };
    });
    laid.push({ ...opened, parts });
    yield;
  }

  const temperature = kelvin(surface.temperature);
  const rates = new Float64Array(found.length);
  const parts: FilmPart[] = [];
  for (const [at, { component, mass }] of found.entries()) {
    const { material, weight } = component;
    const molecule = material?.smiles && readSmiles(material.smiles.value);
    const pressure = component.pressure && vapourPressureAt(component.pressure.value, surface.temperature);
    const formula = material?.molecularFormula?.value;
    const spread = diffusivity({ weight, formula, aromaticRings: aromaticRingsOf(molecule) }, surface.temperature);
    rates[at] = ((spread / surface.layer) * (pressure ?? 0)) / (gasConstant * temperature);
    parts.push({ component, mass, pressure, groups: material?.smiles && unifacGroupsOf(material.smiles.value) });
    yield;
  }
  const groups = parts.map((part) => part.groups);
  return {
    film: {
      amounts: Float64Array.from(parts, ({ mass, component }) => mass / component.weight),
      rates,
      activity: activity === 'ideal' ? idealActivity : yield* makingUnifac(groups, temperature),
    },
    parts,
    portions: laid,
  };
}

function aromaticRingsOf(molecule: Molecule | undefined): number {
  return Math.round((molecule?.filter(({ isAromatic }) => isAromatic).length ?? 0) / 6);
}
