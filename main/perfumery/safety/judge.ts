/**
 * @file The safety engine: a formula in, everything the regulations say about it out.
 *
 * - Totals are summed by standard, not by CAS. A material counts in full for the standards it is in itself, and by its
 *   constituents for the others; the solvents of dilutions and the carrier lines count like anything else.
 * - Prohibited is what is added as such: a material, a component of a base, a main constituent of a synthetic. What comes
 *   through a natural is a trace: tolerated up to the standard's ceiling, and where it names none, said as advice.
 * - Verdicts: prohibited before over limit before unknown before pass. What is unknown is listed and never reads as pass.
 * - Where a group may be kept by another standard instead (bergapten for the phototoxic oils), both are asked for: the stricter
 *   side, since a typical composition is no measurement of the oil at hand.
 * - An empty formula passes, with nothing in it.
 * - EU law is judged as for a cosmetic, whatever the category; an allergen is declared above its threshold, not at it.
 *
 * Everything is decided with whole numbers. Figures in the answer are rounded to a billionth of a percent.
 */
import type { MaterialId } from '#foundation/ids.ts';
import { explode } from '#perfumery/formula/explode.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { quotient } from '#perfumery/units/whole.ts';
import type { Advice, CategoryAnswer, SafetyAnswer, Verdict } from './answer.ts';
import { type Category, categories } from './category.ts';
import { anyDosage, bothRanges, closeCall, type DosageRange, dosageStep, dosagesWithin } from './constraint.ts';
import { type Found, find, type Outcome } from './find.ts';
import { type IndexedRegulation, indexRegulation } from './index-regulation.ts';
import { allergensIn, euLawOn } from './labelling.ts';
import { profileMaterial, wholeShare } from './profile-material.ts';
import type { Regulation } from './regulation.ts';
import { suggestFixes } from './suggest-fixes.ts';
import { type Count, count, profileBook, type Scale, weigh } from './tally.ts';

export interface JudgeNeeds {
  readonly regulation: Regulation;
  /** Looked up anew each time; what a regulation sees in a material is remembered until another object comes back. */
  readonly materials: (id: MaterialId) => Material | undefined;
}

export interface Circumstances {
  readonly product: Pick<Product, 'dosage' | 'category'>;
  readonly accords: Accords;
}

/** Judges one formula for one product. */
export type Judge = (formula: Formula, circumstances: Circumstances) => SafetyAnswer;

/** Prepares the tables once and returns the function that judges by them. */
export function createJudge({ regulation, materials }: JudgeNeeds): Judge {
  const index = indexRegulation(regulation);
  const profileOf = profileBook(materials, (material) => profileMaterial(material, index));

  return (formula, { product, accords }) => {
    const scale = weigh(explode(formula, accords), product.dosage);
    const counted = count(scale, { index, profileOf });
    const found = find(counted.tallies, index, scale);
    const hasUnknowns = counted.unknowns.some((unknown) => unknown.blocks);
    const dosage = dosageOf(scale);
    return {
      amendment: regulation.ifra.amendment,
      checked: regulation.ifra.checked,
      dosage: decimalText(dosage),
      categories: categories.map((category, at) => answerIn({ category, at, found, hasUnknowns, dosage, scale })),
      findings: found.map(({ finding }) => finding),
      advice: adviceOn(counted, index, scale),
      unknowns: counted.unknowns,
      euLaw: euLawOn({ counted, index, scale, category: product.category, hasUnknowns }),
      allergens: allergensIn(counted, index, scale),
    };
  };
}

/** % of concentrate in the product, in billionths. */
function dosageOf({ carrier, concentrate, amount, dosage }: Scale): bigint {
  return carrier > 0n ? quotient(concentrate * wholeShare, amount) : dosage;
}

interface InCategory {
  readonly category: Category;
  /** Its place in the official order. */
  readonly at: number;
  readonly found: readonly Found[];
  readonly hasUnknowns: boolean;
  readonly dosage: bigint;
  readonly scale: Scale;
}

function answerIn({ category, at, found, hasUnknowns, dosage, scale }: InCategory): CategoryAnswer {
  const outcomes = found.map((one) => one.outcomes[at] as Outcome);
  let verdict: Verdict = hasUnknowns ? 'unknown' : 'pass';
  let limiting: Found | undefined;
  let ratio = 0;
  found.forEach((one, place) => {
    const { cell } = outcomes[place] as Outcome;
    const isWorse = severity[cell.verdict] > severity[verdict];
    if (isWorse) verdict = cell.verdict;
    if (isWorse || cell.ratio > ratio * (1 + closeCall)) [ratio, limiting] = [cell.ratio, one];
  });
  return finish({ category, verdict, ratio, limiting, at, outcomes, dosage, scale });
}

const severity = { pass: 0, unknown: 0, 'over-limit': 1, prohibited: 2 } as const;

interface Decided extends Pick<InCategory, 'category' | 'at' | 'dosage' | 'scale'> {
  readonly verdict: Verdict;
  readonly ratio: number;
  readonly limiting: Found | undefined;
  readonly outcomes: readonly Outcome[];
}

function finish({ category, verdict, ratio, limiting, at, outcomes, dosage, scale }: Decided): CategoryAnswer {
  const isFailing = verdict === 'over-limit' || verdict === 'prohibited';
  const dosages = verdict === 'prohibited' ? anyDosage : dosagesWithinAll(outcomes, scale);
  const hasDosage = verdict !== 'prohibited' && dosages.highest > 0n && dosages.lowest <= dosages.highest;
  const limit = limiting?.outcomes[at]?.cell.limit;
  return {
    category,
    verdict,
    ...(limiting && { limiting: limiting.finding.key, total: limiting.finding.total }),
    ...(limit !== undefined && { limit }),
    ratio,
    ...(hasDosage && { highestDosage: decimalText(dosages.highest * dosageStep) }),
    fixes: isFailing ? suggestFixes({ outcomes, dosages, dosage, scale }) : [],
  };
}

/**
 * The dosages at which every limit is kept. Where no carrier brings anything to it, the highest is in inverse proportion
 * to the ratio, so only the highest ratio and those too close to tell apart from it are worked out.
 */
function dosagesWithinAll(outcomes: readonly Outcome[], scale: Scale): DosageRange {
  let highest = 0;
  for (const { cell, constraint } of outcomes)
    if (constraint?.carried === 0n && cell.ratio > highest) highest = cell.ratio;
  let dosages = anyDosage;
  for (const { cell, constraint } of outcomes) {
    if (!constraint || (constraint.carried === 0n && cell.ratio < highest * (1 - closeCall))) continue;
    dosages = bothRanges(dosages, dosagesWithin(constraint, scale));
  }
  return dosages;
}

/** Specifications that concern a line, and prohibited substances that came with a natural where no ceiling is named. */
function adviceOn({ tallies }: Count, { targets }: IndexedRegulation, scale: Scale): Advice[] {
  const advice: Advice[] = [];
  for (const tally of tallies) {
    const target = tally && targets[tally.target];
    if (!tally || target?.kind !== 'standard') continue;
    const { standard } = target;
    const isTolerated =
      standard.kinds.includes('prohibition') && !standard.limits && standard.traceCeiling === undefined;
    if (!isTolerated && !standard.specification) continue;
    const lines = new Set<number>();
    for (const entry of tally.entries) {
      const isConcerned = standard.specification && entry.isRich;
      const isTrace = isTolerated && !tally.prohibited.includes(entry);
      if (isConcerned || isTrace) lines.add(entry.line);
    }
    const lineIds = [...lines].flatMap((line) => scale.lines[line]?.lineId ?? []);
    if (lineIds.length > 0) advice.push({ standard: standard.key, lineIds });
  }
  return advice;
}
