/** @file The two lists beside IFRA: what EU law prohibits in a cosmetic, and which allergens have to be declared. */
import { decimal } from '#perfumery/units/decimal.ts';
import type { AllergenFinding, EuFinding, SafetyAnswer } from './answer.ts';
import type { Category } from './category.ts';
import { ratioOf } from './constraint.ts';
import type { IndexedRegulation } from './index-regulation.ts';
import type { ProhibitedSubstance } from './regulation.ts';
import { isRinseOff } from './rinse-off.ts';
import { type Count, contributionsOf, percentText, type Scale, type Tally } from './tally.ts';

export interface UnderEuLaw {
  readonly counted: Count;
  readonly index: IndexedRegulation;
  readonly scale: Scale;
  readonly category: Category;
  readonly hasUnknowns: boolean;
}

/**
 * What EU law says. A substance added as such is prohibited. What a natural brings along is a trace, prohibited above the
 * ceiling the law names; where it names none, unavoidable traces are tolerated (Regulation (EC) 1223/2009, article 17).
 */
export function euLawOn({ counted, index, scale, category, hasUnknowns }: UnderEuLaw): SafetyAnswer['euLaw'] {
  const found: { finding: EuFinding; weight: bigint }[] = [];
  for (const tally of counted.tallies) {
    const target = tally && index.targets[tally.target];
    if (!tally || target?.kind !== 'eu-prohibited') continue;
    const isProhibited = tally.prohibited.length > 0 || isAboveCeiling(tally, target.substance, category, scale);
    const finding: EuFinding = {
      key: target.substance.key,
      percent: percentText(tally.weight, scale),
      verdict: isProhibited ? 'prohibited' : 'trace',
      contributions: contributionsOf(tally.entries),
    };
    found.push({ finding, weight: tally.weight });
  }
  found.sort((a, b) => rank(a.finding) - rank(b.finding) || descending(a.weight, b.weight));
  const findings = found.map(({ finding }) => finding);
  const isProhibited = findings.some((finding) => finding.verdict === 'prohibited');
  return { verdict: isProhibited ? 'prohibited' : hasUnknowns ? 'unknown' : 'pass', findings };
}

function isAboveCeiling(
  tally: Tally,
  { traceCeiling }: ProhibitedSubstance,
  category: Category,
  scale: Scale,
): boolean {
  return traceCeiling !== undefined && isAbove(tally, decimal(ceilingFor(category, traceCeiling)), scale);
}

/** Category 6 is toothpaste and mouthwash: products for the mouth. */
function ceilingFor(category: Category, ceiling: NonNullable<ProhibitedSubstance['traceCeiling']>): string {
  if (category === '6' && ceiling.oral !== undefined) return ceiling.oral;
  return isRinseOff(category) ? ceiling.rinseOff : ceiling.leaveOn;
}

/** Whether the tally makes more than `limit`, in billionths of a percent of the product. Exact. */
function isAbove({ weight }: Tally, limit: bigint, scale: Scale): boolean {
  return ratioOf({ weight, limit }, scale) > 1;
}

function rank({ verdict }: EuFinding): number {
  return verdict === 'prohibited' ? 0 : 1;
}

/** The allergens of each list that are in the product at all, largest first, and where each has to be declared. */
export function allergensIn(
  { tallies }: Count,
  { targets, regulation }: IndexedRegulation,
  scale: Scale,
): SafetyAnswer['allergens'] {
  const lists = new Map(
    regulation.allergenLists.map((list) => [list, [] as { finding: AllergenFinding; weight: bigint }[]]),
  );
  for (const tally of tallies) {
    const target = tally && targets[tally.target];
    if (!tally || target?.kind !== 'allergen') continue;
    const { list, allergen, leaveOn, rinseOff } = target;
    const finding: AllergenFinding = {
      key: allergen.key,
      percent: percentText(tally.weight, scale),
      declareLeaveOn: isAbove(tally, leaveOn, scale),
      declareRinseOff: isAbove(tally, rinseOff, scale),
      contributions: contributionsOf(tally.entries),
    };
    lists.get(list)?.push({ finding, weight: tally.weight });
  }
  return [...lists].map(([list, found]) => ({
    list: list.key,
    findings: found.sort((a, b) => descending(a.weight, b.weight)).map(({ finding }) => finding),
  }));
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
