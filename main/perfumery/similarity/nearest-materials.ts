/**
 * @file Which materials could stand for another: alike in odour first, then in family, role, volatility and use level.
 *
 * The weights are a perfumer's order of importance put into figures, not a measurement; what is not known of a material
 * neither speaks for it nor against it. Each neighbour says why it is one.
 */
import type { MaterialId } from '#foundation/ids.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { type OdourProfile, odourProfile, type ParentOf, profileLikeness } from './odour-profile.ts';

export type Reason =
  | { readonly why: 'odour'; readonly shared: readonly string[] }
  | { readonly why: 'family' }
  | { readonly why: 'role' }
  /** Vapour pressure of the neighbour over that of the material. */
  | { readonly why: 'volatility'; readonly ratio: number }
  /** Typical use level of the neighbour over that of the material. */
  | { readonly why: 'use'; readonly ratio: number }
  /** The catalogue names it as a substitute. */
  | { readonly why: 'named'; readonly note: InTwoLanguages };

export interface Neighbour {
  readonly materialId: MaterialId;
  /** 0 to 1. */
  readonly likeness: number;
  readonly reasons: readonly Reason[];
}

const weights = { odour: 5, family: 1, role: 1, volatility: 2, use: 1 } as const;
/** What the catalogue names counts at least this much. */
const namedAtLeast = 0.8;
/** Volatilities a hundred times apart, use levels thirty times apart, have nothing in common. */
const decades = { volatility: 2, use: 1.5 } as const;
const closeEnough = 0.5;

/** The nearest of `others`, nearest first, at most `limit`. The material itself and what is not of its world (solvents) are left out. */
export function nearestMaterials(
  material: Material,
  others: Iterable<Material>,
  { parentOf, limit = 12 }: { readonly parentOf: ParentOf; readonly limit?: number },
): readonly Neighbour[] {
  const profile = odourProfile(material, parentOf);
  const named = new Map(material.substitutes?.map(({ materialId, reason }) => [materialId, reason]));
  const found: Neighbour[] = [];
  for (const other of others) {
    if (other.id === material.id || (other.kind === 'solvent') !== (material.kind === 'solvent')) continue;
    const neighbour = compare(
      { material, profile },
      { material: other, profile: odourProfile(other, parentOf) },
      named,
    );
    if (neighbour.likeness > 0) found.push(neighbour);
  }
  found.sort((a, b) => b.likeness - a.likeness || (a.materialId < b.materialId ? -1 : 1));
  return found.slice(0, limit);
}

interface Profiled {
  readonly material: Material;
  readonly profile: OdourProfile;
}

function compare(a: Profiled, b: Profiled, named: ReadonlyMap<MaterialId, InTwoLanguages>): Neighbour {
  const odour = profileLikeness(a.profile, b.profile);
  const shared = b.material.descriptors.filter((word) => a.profile.has(word) && b.profile.has(word)).slice(0, 5);
  const volatility = closeness(a.material.vapourPressure?.value, b.material.vapourPressure?.value, decades.volatility);
  const use = closeness(a.material.typicalUse?.value, b.material.typicalUse?.value, decades.use);
  const isSameFamily = a.material.family === b.material.family;
  const isSameRole = a.material.role === b.material.role;
  let [sum, weight] = [odour * weights.odour, weights.odour];
  const add = (value: number, of: number) => {
    sum += value * of;
    weight += of;
  };
  add(isSameFamily ? 1 : 0, weights.family);
  add(isSameRole ? 1 : 0, weights.role);
  if (volatility) add(volatility.likeness, weights.volatility);
  if (use) add(use.likeness, weights.use);
  const note = named.get(b.material.id);
  const reasons: Reason[] = [
    ...(note ? [{ why: 'named', note } as const] : []),
    ...(shared.length > 0 ? [{ why: 'odour', shared } as const] : []),
    ...(isSameFamily ? [{ why: 'family' } as const] : []),
    ...(isSameRole && a.material.role !== 'none' ? [{ why: 'role' } as const] : []),
    ...(volatility && volatility.likeness >= closeEnough
      ? [{ why: 'volatility', ratio: volatility.ratio } as const]
      : []),
    ...(use && use.likeness >= closeEnough ? [{ why: 'use', ratio: use.ratio } as const] : []),
  ];
  // Alike in everything but odour is not alike.
  const likeness = odour === 0 ? 0 : sum / weight;
  return { materialId: b.material.id, likeness: note ? Math.max(namedAtLeast, likeness) : likeness, reasons };
}

/** 1 for the same, 0 from so many powers of ten apart; undefined where one is not known. */
function closeness(a: number | undefined, b: number | undefined, reach: number) {
  if (!a || !b) return undefined;
  const likeness = Math.max(0, 1 - Math.abs(Math.log10(b / a)) / reach);
  return { likeness, ratio: b / a };
}
