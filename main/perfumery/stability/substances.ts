/**
 * @file The substances of a finished product: its materials, and inside the naturals and bases what is listed of them at the
 * typical share. What a material says nothing about cannot be warned of.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Slices } from '#foundation/slices.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { molecularWeight } from '#perfumery/material/molecular-weight.ts';
import type { Mixture, Portion } from '#perfumery/volatility/mixture.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { type ChemicalGroup, chemicalGroupsOf } from './chemical-groups.ts';
import { knownSubstances } from './known-substances.ts';

export interface Substance {
  readonly materialId: MaterialId;
  readonly lineIds: readonly LineId[];
  readonly name: InTwoLanguages;
  /** Known as part of the material, not weighed for itself. */
  readonly isConstituent: boolean;
  readonly cas: readonly string[];
  readonly groups: ReadonlySet<ChemicalGroup>;
  /** g/mol; undefined where not known. */
  readonly weight: number | undefined;
  /** Of the finished product, 0 to 1. */
  readonly share: number;
}

/** Every substance that can be named in `mixture`, in its order; constituents after one another. */
export function* substancesOf(
  { portions }: Mixture,
  materials: (id: MaterialId) => Material | undefined,
): Slices<readonly Substance[]> {
  const found: Substance[] = [];
  for (const portion of portions) {
    const material = materials(portion.materialId);
    if (material) found.push(...substancesIn(material, portion));
    yield;
  }
  return found;
}

function substancesIn(material: Material, { materialId, share, lineIds }: Portion): Substance[] {
  const molecule = material.smiles && readSmiles(material.smiles.value);
  const { cas, name } = material;
  const own = { materialId, lineIds };
  if (molecule || !material.constituents?.length) {
    const groups = molecule ? chemicalGroupsOf(molecule) : groupsByCas(cas);
    return [{ ...own, name, isConstituent: false, cas, groups, weight: material.molecularWeight?.value, share }];
  }
  return material.constituents.map((constituent): Substance => {
    const known = knownSubstances.get(constituent.cas);
    return {
      ...own,
      name: { en: constituent.name, ko: known?.ko ?? constituent.name },
      isConstituent: true,
      cas: [constituent.cas],
      groups: groupsByCas([constituent.cas]),
      weight: known && molecularWeight(known.formula),
      share: (share * constituent.typical) / 100,
    };
  });
}

function groupsByCas(cas: readonly string[]): ReadonlySet<ChemicalGroup> {
  for (const one of cas) {
    const molecule = readSmiles(knownSubstances.get(one)?.smiles ?? '');
    if (molecule) return chemicalGroupsOf(molecule);
  }
  return new Set();
}

/** Whether a substance is one of those with these CAS numbers. */
export function isOneOf({ cas }: Substance, numbers: ReadonlySet<string>): boolean {
  return cas.some((one) => numbers.has(one));
}

/** The same substance from several materials, taken together under its first name; what has no CAS number stays apart. */
export interface Pool {
  readonly name: InTwoLanguages;
  /** g/mol; 0 where not known. */
  readonly weight: number;
  readonly share: number;
  readonly members: readonly Substance[];
}

/** `substances` by CAS number, largest first. */
export function pooled(substances: readonly Substance[]): Pool[] {
  const pools = new Map<string, { weight: number; members: Substance[] }>();
  for (const substance of substances) {
    const { weight = 0, cas, materialId } = substance;
    const key = cas[0] ?? materialId;
    const pool = pools.get(key) ?? { weight, members: [] };
    pool.members.push(substance);
    pools.set(key, pool);
  }
  return [...pools.values()]
    .map(({ weight, members }) => ({
      name: (members.find(({ isConstituent }) => !isConstituent) ?? (members[0] as Substance)).name,
      weight,
      share: members.reduce((sum, { share }) => sum + share, 0),
      members,
    }))
    .toSorted((a, b) => b.share - a.share);
}

/** The lines and materials of some substances, each once. */
export function whereOf(substances: readonly Substance[]): { lineIds: LineId[]; materialIds: MaterialId[] } {
  return {
    lineIds: [...new Set(substances.flatMap(({ lineIds }) => lineIds))],
    materialIds: [...new Set(substances.map(({ materialId }) => materialId))],
  };
}

/** % of the finished product that they are together. */
export function percentTogether(substances: readonly Substance[]): number {
  return 100 * substances.reduce((sum, { share }) => sum + share, 0);
}
