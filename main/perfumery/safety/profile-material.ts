/** @file What a regulation sees in one material: the targets it touches itself, those it touches through what is in it, and what is not known of it. */
import type { Material } from '#perfumery/material/material.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import type { Unknown } from './answer.ts';
import type { Hit, IndexedRegulation } from './index-regulation.ts';

/** 100 %, in billionths of a percent: the unit of `Source.share`. */
export const wholeShare = 100_000_000_000n;

/** A substance in the material, or the material itself, that touches something. */
export interface Source {
  /** Share of the material's mass, of `wholeShare`. */
  readonly share: bigint;
  /** CAS of the constituent; absent for the material itself. */
  readonly constituent?: string;
  readonly hits: readonly Hit[];
  /** Enough of it for the advice of a specification to concern whoever weighs the material. */
  readonly isRich: boolean;
}

export interface Profile {
  readonly sources: readonly Source[];
  readonly unknowns: readonly Omit<Unknown, 'lineId' | 'materialId'>[];
}

/**
 * From 10 % on, a constituent is part of what a substance *is* and no impurity (ECHA, guidance for identification and
 * naming of substances under REACH). Under it, a prohibited constituent of a synthetic is a trace.
 */
const mainConstituent = 10_000_000_000n;
/** Compositions that name less than this are called incomplete, in %. */
const completeFrom = 90;

/**
 * What `material` touches. A constituent does not count again for a standard its parent is itself in. A prohibited
 * constituent is a trace in a natural, an addition in a base, and in a synthetic (a Schiff base) an addition from 10 % on.
 */
export function profileMaterial(material: Material, index: IndexedRegulation): Profile {
  const grade = material.grade ?? 'unspecified';
  const direct = index.hitsOf({ cas: material.cas, materialId: material.id, grade });
  const own = new Set(direct.map((hit) => hit.target));
  const sources: Source[] = direct.length > 0 ? [{ share: wholeShare, hits: direct, isRich: true }] : [];
  for (const { cas, typical } of material.constituents ?? []) {
    const share: bigint = decimalOf(typical);
    if (share <= 0n) continue;
    const isTrace = material.kind === 'natural' || (material.kind !== 'base' && share < mainConstituent);
    const hits = index
      .hitsOf({ cas: [cas], grade: 'unspecified' })
      .filter((hit) => !own.has(hit.target))
      .map((hit) => ({ ...hit, prohibited: hit.prohibited && !isTrace }));
    if (hits.length > 0) sources.push({ share, constituent: cas, hits, isRich: share >= mainConstituent });
  }
  return { sources, unknowns: unknownsOf(material, direct.length > 0, index) };
}

/**
 * Compositions list what a regulation asks about and rarely add up, so an incomplete one does not block, unless it is all
 * there is to go by: a base or natural without a CAS.
 */
function unknownsOf(material: Material, isRecognised: boolean, index: IndexedRegulation): Profile['unknowns'] {
  const unknowns: { why: Unknown['why']; blocks: boolean }[] = [];
  const { cas, kind, constituents } = material;
  const isMixture = kind === 'natural' || kind === 'base';
  const named = (constituents ?? []).reduce((sum, constituent) => sum + constituent.typical, 0);
  const isNamed = cas.length > 0 || isRecognised;
  if (!isNamed && !(isMixture && constituents && constituents.length > 0))
    unknowns.push({ why: 'no-cas', blocks: true });
  if (isMixture && !constituents) unknowns.push({ why: 'no-composition', blocks: true });
  if (isMixture && constituents && constituents.length > 0 && named < completeFrom)
    unknowns.push({ why: 'composition-incomplete', blocks: !isNamed });
  const isGraded = material.grade !== undefined && material.grade !== 'unspecified';
  if (!isGraded && index.asksGrade({ cas, materialId: material.id }))
    unknowns.push({ why: 'grade-unspecified', blocks: false });
  return unknowns;
}
