/**
 * @file How a perfume smells as it dries: per material and family how much is left and how strong it is from the first
 * moment to 48 hours, which note leads, and everything this rests on. Physics from volatility/, judged by thresholds.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import { type Family, families, type Material, type Role } from '#perfumery/material/material.ts';
import { evaporate } from '#perfumery/volatility/evaporate.ts';
import { type FilmPart, filmOf } from '#perfumery/volatility/film-of.ts';
import { mixtureOf } from '#perfumery/volatility/mixture.ts';
import { roomAir } from '#perfumery/volatility/room-air.ts';
import { type Surface, type SurfaceName, surfaces } from '#perfumery/volatility/surface.ts';
import { hasDerivedGroup } from '#perfumery/volatility/unifac-groups.ts';
import { gasConstant, kelvin } from '#perfumery/volatility/vapour-pressure.ts';
import type { Assumption } from './assumptions.ts';
import { assumptionsOf } from './assumptions-of.ts';
import { isEstimate, type Threshold, type ThresholdModel, thresholdOf } from './estimate-threshold.ts';
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
  /** Where its vapour pressure would put it; absent for solvents and where it is not known. */
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
  const { product, accords, materials: materialOf, activity = 'unifac', thresholds } = settings;
  const surface = typeof settings.surface === 'string' ? surfaces[settings.surface] : settings.surface;
  const mixture = mixtureOf(formula, product, accords);
  const materials = mixture.portions.map(({ materialId }) => materialOf(materialId));
  const { film, parts } = filmOf(mixture, materials, { surface, activity });
  const states = evaporate(film, seconds);
  const moles = states.map((state) => state.left.reduce((sum, one) => sum + one, 0));

  const evolutions = mixture.portions.map((portion, at): MaterialEvolution => {
    const material = materials[at];
    const part = parts[at] as FilmPart;
    const start = film.amounts[at] as number;
    const left = states.map((state) => (state.left[at] as number) / start);
    const concentration =
      part.pressure === undefined
        ? undefined
        : typeof surface.nose === 'object'
          ? inRoom(
              states.map((state) => (state.gone[at] as number) * part.weight * surface.area),
              surface.nose,
            )
          : states.map((state, time) => {
              const all = moles[time] as number;
              const share = all > 0 ? (state.left[at] as number) / all : 0;
              return overFilm(part, share * (state.coefficients[at] as number), surface);
            });
    const isSolvent = material?.kind === 'solvent';
    const threshold = material && thresholdFor(material, part, thresholds);
    const values = threshold && concentration?.map((one) => odourValue(one, threshold.value));
    return {
      ...portion,
      family: material?.family ?? 'unknown',
      isSolvent,
      inputs: inputsOf(material, part, { threshold, activity }),
      ...(threshold && { threshold }),
      left,
      ...(concentration && { concentration }),
      ...(values && {
        odourValue: values,
        intensity: values.map((value) => stevensIntensity(value)),
        tenacity: tenacityOf(hours, values),
      }),
      role: material?.role ?? 'none',
      ...(material?.vapourPressure && !isSolvent && { predictedRole: roleByPressure(material.vapourPressure.value) }),
    };
  });

  return {
    surface,
    times: hours,
    materials: evolutions.toSorted((a, b) => b.share - a.share || (a.materialId < b.materialId ? -1 : 1)),
    families: familiesOf(evolutions),
    dominant: hours.map((_, at) => dominantAt(evolutions, at)),
    filmLeft: filmLeftOf(evolutions),
    unnamed: mixture.unnamed,
    assumptions: assumptionsOf(evolutions, { surface, activity, materialOf, unnamed: mixture.unnamed }),
  };
}

/** mg/m³ of saturated vapour over the film, for a part of which so much of the pure liquid's pressure is felt. */
function overFilm({ pressure = 0, weight }: FilmPart, activity: number, surface: Surface): number {
  return (1000 * activity * pressure * weight) / (gasConstant * kelvin(surface.temperature));
}

function inRoom(given: readonly number[], { room, changes }: { room: number; changes: number }): number[] {
  return roomAir(hours, given, changes).inAir.map((grams) => (1000 * grams) / room);
}

function thresholdFor(material: Material, part: FilmPart, model: ThresholdModel | undefined): Threshold | undefined {
  if (model) return thresholdOf(material, part.weight, model);
  const known = material.odourThreshold;
  return known && { value: known.value, from: isEstimate(known.method) ? 'estimated-fact' : 'known' };
}

function inputsOf(
  material: Material | undefined,
  { groups }: FilmPart,
  { threshold, activity }: { threshold: Threshold | undefined; activity: 'ideal' | 'unifac' },
): MaterialEvolution['inputs'] {
  const knowledge = (fact: Material['vapourPressure']): Knowledge =>
    fact ? (fact.method === 'own-estimate' || fact.method === 'estimated' ? 'estimated' : 'known') : 'unknown';
  const byGroups = activity === 'unifac' ? groups : undefined;
  return {
    vapourPressure: knowledge(material?.vapourPressure),
    molecularWeight: knowledge(material?.molecularWeight),
    odourThreshold: threshold ? (threshold.from === 'known' ? 'known' : 'estimated') : 'unknown',
    activity: byGroups ? (hasDerivedGroup(byGroups) ? 'unifac-derived' : 'unifac') : 'ideal',
  };
}

function familiesOf(evolutions: readonly MaterialEvolution[]): FamilyEvolution[] {
  return families.flatMap((family) => {
    const members = evolutions.filter((one) => one.family === family && one.odourValue);
    if (members.length === 0) return [];
    const sums = hours.map((_, at) => members.reduce((sum, { odourValue: values }) => sum + (values?.[at] ?? 0), 0));
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
  return hours.map((_, at) => evolutions.reduce((sum, { share, left }) => sum + (share * (left[at] ?? 0)) / named, 0));
}
