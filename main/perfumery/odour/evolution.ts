/**
 * @file How a perfume smells as it dries: per material and family how much is left and how strong it is from the first
 * moment to 48 hours, which note leads, and everything this rests on. Physics from volatility/, judged by thresholds.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { atOnce, type Slices } from '#foundation/slices.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { isEstimate } from '#perfumery/material/is-estimate.ts';
import { type Family, families, type Material, type Role } from '#perfumery/material/material.ts';
import { middlePressure, type SubstanceOf } from '#perfumery/volatility/components-of.ts';
import type { PressureModel, VapourPressure } from '#perfumery/volatility/estimate-vapour-pressure.ts';
import { evaporating, type FilmAt } from '#perfumery/volatility/evaporate.ts';
import { type FilmPart, type LaidPortion, layFilm } from '#perfumery/volatility/film-of.ts';
import { mixtureOf } from '#perfumery/volatility/mixture.ts';
import { roomAir } from '#perfumery/volatility/room-air.ts';
import { type Surface, type SurfaceName, surfaces } from '#perfumery/volatility/surface.ts';
import { hasDerivedGroup, type UnifacGroups } from '#perfumery/volatility/unifac-groups.ts';
import { gasConstant, kelvin } from '#perfumery/volatility/vapour-pressure.ts';
import type { Assumption } from './assumptions.ts';
import { assumptionsOf } from './assumptions-of.ts';
import {
  knownThreshold,
  type Threshold,
  type ThresholdModel,
  thresholdOf,
  typicalThreshold,
} from './estimate-threshold.ts';
import type { MaterialOf } from './odour-masses.ts';
import { odourValue, stevensIntensity } from './odour-value.ts';
import { roleByPressure } from './role-by-pressure.ts';
import { type Tenacity, tenacityOf } from './tenacity.ts';

export interface EvolutionSettings {
  readonly product: Product;
  readonly accords: Accords;
  readonly materials: MaterialOf;
  readonly surface: SurfaceName | Surface;
  /** UNIFAC unless said otherwise. */
  readonly activity?: 'ideal' | 'unifac';
  /** Without it only materials with a threshold of their own are smelled. */
  readonly thresholds?: ThresholdModel;
  /** Without it what has no vapour pressure of its own stays in the film. */
  readonly pressures?: PressureModel;
  /** Without it naturals and bases dry as if each were one substance. */
  readonly substances?: SubstanceOf;
}

/** How well an input is known; `estimated` is drawn differently. */
export type Knowledge = 'known' | 'estimated' | 'unknown';

export interface MaterialEvolution {
  readonly materialId: MaterialId;
  /** Lines it comes from; none for the carrier the product adds. */
  readonly lineIds: readonly LineId[];
  readonly family: Family | 'unknown';
  readonly isSolvent: boolean;
  /** Of the finished product by mass, 0 to 1. */
  readonly share: number;
  readonly inputs: {
    readonly vapourPressure: Knowledge;
    readonly molecularWeight: Knowledge;
    readonly odourThreshold: Knowledge;
    readonly activity: 'unifac' | 'unifac-derived' | 'ideal';
  };
  /** Whether it was followed as one substance, by what is in it, or as one for want of knowing. */
  readonly composition: LaidPortion['composition'];
  /** Of the fresh material at 25 °C. */
  readonly pressure?: VapourPressure;
  /** mg/m³. */
  readonly threshold?: Threshold;
  /** Of its own first amount, at each time. */
  readonly left: readonly number[];
  /** mg/m³ where the nose is, at each time; absent without a vapour pressure. */
  readonly concentration?: readonly number[];
  /** Absent where the concentration or the threshold is not known; so are the three after it. */
  readonly odourValue?: readonly number[];
  readonly intensity?: readonly number[];
  readonly tenacity?: Tenacity;
  /** What the perfumer uses it as. */
  readonly role: Role;
  /** Where its vapour pressure would put it, that of the middle of its mass; absent for solvents and where it is not known. */
  readonly predictedRole?: Exclude<Role, 'none'>;
}

export interface FamilyEvolution {
  readonly family: Family;
  /** From the odour values of its materials together, at each time. */
  readonly intensity: readonly number[];
  /** Some of its materials are smelled by an estimated vapour pressure or threshold. */
  readonly isEstimated: boolean;
}

export interface Evolution {
  readonly surface: Surface;
  /** h: 0, then evenly on a scale of logarithms to 48. */
  readonly times: readonly number[];
  /** By share of the product, largest first. */
  readonly materials: readonly MaterialEvolution[];
  /** In the order of the families; only those that are smelled. */
  readonly families: readonly FamilyEvolution[];
  /** Which material has the highest odour value, solvents aside; undefined while none reaches its threshold. */
  readonly dominant: readonly (MaterialId | undefined)[];
  /** Of the whole film by mass, at each time. */
  readonly filmLeft: readonly number[];
  /** Of the product: what could not be named. */
  readonly unnamed: number;
  readonly assumptions: readonly Assumption[];
}

const seconds = [0, ...Array.from({ length: 97 }, (_, at) => 10 * 17_280 ** (at / 96))];
const hours = seconds.map((second) => second / 3600);

/** Follows a formula, as the product it is for, from when it is laid on a surface. */
export function evolve(formula: Formula, settings: EvolutionSettings): Evolution {
  return atOnce(evolving(formula, settings));
}

/** `evolve` in slices of about a millisecond. */
export function* evolving(formula: Formula, settings: EvolutionSettings): Slices<Evolution> {
  const { product, accords, materials: materialOf, activity = 'unifac', thresholds, pressures, substances } = settings;
  const surface = typeof settings.surface === 'string' ? surfaces[settings.surface] : settings.surface;
  const mixture = mixtureOf(formula, product, accords);
  yield;
  const materials = mixture.portions.map(({ materialId }) => materialOf(materialId));
  const { film, parts, portions } = yield* layFilm(mixture, materials, {
    surface,
    activity,
    model: pressures,
    substances,
  });
  yield;
  const states = yield* evaporating(film, seconds);
  const vapours = yield* vapoursOf(parts, states, { surface, thresholds });

  const evolutions: MaterialEvolution[] = [];
  for (const [at, portion] of mixture.portions.entries()) {
    const material = materials[at];
    const laid = portions[at] as LaidPortion;
    const whole = laid.parts.reduce((sum, { mass }) => sum + mass, 0);
    const left = overTime((sums) => {
      for (const part of laid.parts) addTo(sums, (vapours[part.at] as Vapour).left, part.mass);
    }).map((mass) => mass / whole);
    const isSolvent = material?.kind === 'solvent';
    const smelled = smelledOf(material, laid, vapours);
    const middle = laid.pressure && middlePressure(laid.components);
    evolutions.push({
      ...portion,
      family: material?.family ?? 'unknown',
      isSolvent,
      inputs: inputsOf(material, laid, { parts, threshold: smelled.threshold, activity }),
      composition: laid.composition,
      ...(laid.pressure && { pressure: laid.pressure }),
      left,
      ...smelled,
      ...(smelled.odourValue && {
        intensity: smelled.odourValue.map((value) => stevensIntensity(value)),
        tenacity: tenacityOf(hours, smelled.odourValue),
      }),
      role: material?.role ?? 'none',
      ...(middle !== undefined && !isSolvent && { predictedRole: roleByPressure(middle) }),
    });
    yield;
  }

  return {
    surface,
    times: hours,
    materials: evolutions.toSorted((a, b) => b.share - a.share || (a.materialId < b.materialId ? -1 : 1)),
    families: familiesOf(evolutions),
    dominant: hours.map((_, at) => dominantAt(evolutions, at)),
    filmLeft: filmLeftOf(evolutions),
    unnamed: mixture.unnamed,
    assumptions: assumptionsOf(evolutions, { surface, activity, unnamed: mixture.unnamed }),
  };
}

/** One part of the film as it goes into the air. */
interface Vapour {
  /** g/m² it began with, from all materials. */
  readonly mass: number;
  /** Of its own first amount, at each time. */
  readonly left: readonly number[];
  /** mg/m³ where the nose is, at each time; absent without a vapour pressure. */
  readonly concentration?: readonly number[];
  readonly threshold?: Threshold;
}

function* vapoursOf(
  parts: readonly FilmPart[],
  states: readonly FilmAt[],
  { surface, thresholds }: { readonly surface: Surface; readonly thresholds: ThresholdModel | undefined },
): Slices<readonly Vapour[]> {
  const moles = states.map((state) => state.left.reduce((sum, one) => sum + one, 0));
  const vapours: Vapour[] = [];
  for (const [at, part] of parts.entries()) {
    const { mass, component } = part;
    const start = mass / component.weight;
    const concentration =
      part.pressure === undefined
        ? undefined
        : typeof surface.nose === 'object'
          ? inRoom(
              states.map((state) => (state.gone[at] as number) * component.weight * surface.area),
              surface.nose,
            )
          : states.map((state, time) => {
              const all = moles[time] as number;
              const share = all > 0 ? (state.left[at] as number) / all : 0;
              return overFilm(part, share * (state.coefficients[at] as number), surface);
            });
    const threshold = thresholdFor(part, thresholds);
    vapours.push({
      mass,
      left: states.map((state) => (state.left[at] as number) / start),
      ...(concentration && { concentration }),
      ...(threshold && { threshold }),
    });
    yield;
  }
  return vapours;
}

/** A mixture smells of what is in it, unless a threshold of the whole is known. */
function smelledOf(
  material: Material | undefined,
  { parts }: LaidPortion,
  vapours: readonly Vapour[],
): Pick<MaterialEvolution, 'threshold' | 'concentration' | 'odourValue'> {
  const given = parts.flatMap(({ at, mass }) => {
    const { mass: all, concentration, threshold } = vapours[at] as Vapour;
    return concentration ? [{ share: mass / all, concentration, threshold }] : [];
  });
  if (given.length === 0) {
    const threshold = parts.length === 1 ? (vapours[parts[0]?.at ?? 0] as Vapour).threshold : undefined;
    return threshold ? { threshold } : {};
  }
  const concentration = overTime((sums) => {
    for (const one of given) addTo(sums, one.concentration, one.share);
  });
  const own = material && (knownThreshold(material) ?? (parts.length === 1 ? given[0]?.threshold : undefined));
  if (own) return { threshold: own, concentration, odourValue: concentration.map((one) => odourValue(one, own.value)) };
  if (parts.length === 1 || given.every(({ threshold }) => threshold === undefined)) return { concentration };
  const values = overTime((sums) => {
    for (const one of given)
      if (one.threshold) addTo(sums, one.concentration, odourValue(one.share, one.threshold.value));
  });
  const first = values.findIndex((value) => value > 0);
  const value = (concentration[first] ?? 0) / (values[first] ?? 1);
  return { concentration, odourValue: values, ...(first >= 0 && { threshold: { value, from: 'constituents' } }) };
}

/** Sums at each time, from 0. */
function overTime(fill: (sums: number[]) => void): number[] {
  const sums = hours.map(() => 0);
  fill(sums);
  return sums;
}

function addTo(sums: number[], values: readonly number[], times: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + times * (values[at] as number);
}

/** mg/m³ of saturated vapour over the film, for a part of which so much of the pure liquid's pressure is felt. */
function overFilm({ pressure = 0, component }: FilmPart, activity: number, surface: Surface): number {
  return (1000 * activity * pressure * component.weight) / (gasConstant * kelvin(surface.temperature));
}

function inRoom(given: readonly number[], { room, changes }: { room: number; changes: number }): number[] {
  return roomAir(hours, given, changes).inAir.map((grams) => (1000 * grams) / room);
}

function thresholdFor({ component: { material, weight, pressure } }: FilmPart, model: ThresholdModel | undefined) {
  if (material) return model ? thresholdOf(material, weight, model) : knownThreshold(material);
  if (!model || !pressure) return undefined;
  return typicalThreshold(weight, model);
}

function inputsOf(
  material: Material | undefined,
  laid: LaidPortion,
  {
    parts,
    threshold,
    activity,
  }: {
    readonly parts: readonly FilmPart[];
    readonly threshold: Threshold | undefined;
    readonly activity: 'ideal' | 'unifac';
  },
): MaterialEvolution['inputs'] {
  const { molecularWeight } = material ?? {};
  const byGroups = laid.parts.filter(({ at }) => activity === 'unifac' && parts[at]?.groups);
  const share = byGroups.reduce((sum, { mass }) => sum + mass, 0) / laid.parts.reduce((sum, { mass }) => sum + mass, 0);
  const isDerived = byGroups.some(({ at }) => hasDerivedGroup(parts[at]?.groups as UnifacGroups));
  return {
    vapourPressure: laid.pressure ? (laid.pressure.from === 'known' ? 'known' : 'estimated') : 'unknown',
    molecularWeight: molecularWeight
      ? isEstimate(molecularWeight.method) && molecularWeight.method !== 'computed'
        ? 'estimated'
        : 'known'
      : 'unknown',
    odourThreshold: threshold ? (threshold.from === 'known' ? 'known' : 'estimated') : 'unknown',
    // A mixture counts by most of its mass.
    activity: share > 0.5 ? (isDerived ? 'unifac-derived' : 'unifac') : 'ideal',
  };
}

function familiesOf(evolutions: readonly MaterialEvolution[]): FamilyEvolution[] {
  return families.flatMap((family) => {
    const members = evolutions.filter((one) => one.family === family && one.odourValue);
    if (members.length === 0) return [];
    const sums = overTime((all) => {
      for (const { odourValue: values = [] } of members) addTo(all, values, 1);
    });
    const isEstimated = members.some(
      ({ inputs }) => inputs.odourThreshold === 'estimated' || inputs.vapourPressure === 'estimated',
    );
    return [{ family, intensity: sums.map((sum) => stevensIntensity(sum)), isEstimated }];
  });
}

function dominantAt(evolutions: readonly MaterialEvolution[], at: number): MaterialId | undefined {
  let best: MaterialId | undefined;
  let most = 1;
  for (const { materialId, isSolvent, odourValue: values } of evolutions) {
    const value = isSolvent ? 0 : (values?.[at] ?? 0);
    if (value < most || (value === most && best !== undefined)) continue;
    best = materialId;
    most = value;
  }
  return best;
}

function filmLeftOf(evolutions: readonly MaterialEvolution[]): number[] {
  const named = evolutions.reduce((sum, { share }) => sum + share, 0);
  const sums = overTime((all) => {
    for (const { share, left } of evolutions) addTo(all, left, share);
  });
  return sums.map((sum) => sum / named);
}
