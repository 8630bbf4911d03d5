/** @file From what was counted to findings: each standard and group the formula touches, judged in all 18 categories. */
import { type DecimalText, decimalText } from '#perfumery/units/decimal.ts';
import { lcm } from '#perfumery/units/whole.ts';
import type { Cell, Finding } from './answer.ts';
import { type Category, categories } from './category.ts';
import { anyDosage, type Constraint, type DosageRange, dosagesWithin, isBroken, ratioOf } from './constraint.ts';
import type { Ceiling, Ceilings, IndexedRegulation } from './index-regulation.ts';
import { contributionsOf, type Entry, percentOf, type Scale, type Tally } from './tally.ts';

/** A finding in one category, with what is needed to suggest a change. */
export interface Outcome {
  readonly cell: Cell;
  /** Absent where no figure limits it. */
  readonly constraint?: Constraint;
  /** What must not be in the product at all; absent where nothing of the kind is. */
  readonly forbidden?: readonly Entry[];
  readonly dosages: DosageRange;
}

export interface Found {
  readonly finding: Finding;
  /** Its highest ratio in any category. */
  readonly worst: number;
  /** In the official order of the categories. */
  readonly outcomes: readonly Outcome[];
}

type Tallies = readonly (Tally | undefined)[];

/** Every standard and group that something touches, furthest over its limit first. Pure specifications are advice, no finding. */
export function find(tallies: Tallies, index: IndexedRegulation, scale: Scale): Found[] {
  const found: Found[] = [];
  for (const tally of tallies) {
    const target = tally && index.targets[tally.target];
    if (!tally || target?.kind !== 'standard') continue;
    const { standard, ceilings } = target;
    if (standard.kinds.every((kind) => kind === 'specification')) continue;
    found.push(
      foundFor({ key: standard.key, kind: 'standard', tally, outcomes: outcomesOf(tally, ceilings, scale), scale }),
    );
  }
  for (const group of index.groups) {
    const members = group.members.map((place) => tallies[place]).filter((tally) => tally !== undefined);
    const isOwnRule = members.length === 1 && (!group.binding || group.binding.target === members[0]?.target);
    if (members.length === 0 || isOwnRule) continue;
    const tally = together(members);
    const outcomes = group.binding
      ? outcomesOf(tally, group.binding.ceilings, scale)
      : sumOfRatios({ members, index, scale });
    found.push(foundFor({ key: group.rule.key, kind: 'group', tally, outcomes, scale }));
  }
  return found.sort((a, b) => (a.worst === b.worst ? 0 : b.worst - a.worst));
}

interface Judged {
  readonly key: string;
  readonly kind: Finding['kind'];
  readonly tally: Tally;
  readonly outcomes: readonly Outcome[];
  readonly scale: Scale;
}

function foundFor({ key, kind, tally, outcomes, scale }: Judged): Found {
  const cells = {} as Record<Category, Cell>;
  let worst = 0;
  outcomes.forEach(({ cell }, at) => {
    cells[categories[at] as Category] = cell;
    if (cell.ratio > worst) worst = cell.ratio;
  });
  const total = decimalText(percentOf(tally.weight, scale));
  return { finding: { key, kind, total, contributions: contributionsOf(tally.entries), cells }, worst, outcomes };
}

/** One outcome for each of the distinct ceilings, dealt out to the 18 categories. */
function outcomesOf(tally: Tally, { distinct, places }: Ceilings, scale: Scale): Outcome[] {
  const outcomes = distinct.map((ceiling) => outcomeUnder(ceiling, tally, scale));
  return places.map((place) => outcomes[place] as Outcome);
}

function outcomeUnder(ceiling: Ceiling, tally: Tally, scale: Scale): Outcome {
  const { weight, carried } = tally;
  const constraint =
    ceiling.state === 'limit' ? { weight, carried, limit: ceiling.limit, terms: [{ tally, factor: 1n }] } : undefined;
  const forbidden =
    ceiling.state === 'prohibited'
      ? tally.entries
      : tally.prohibited > 0n
        ? tally.entries.filter((entry) => entry.isProhibited)
        : undefined;
  const limit = ceiling.state === 'limit' ? ceiling.text : undefined;
  return outcomeOf({ constraint, forbidden, limit, scale });
}

interface Ruling {
  readonly constraint: Constraint | undefined;
  readonly forbidden?: readonly Entry[] | undefined;
  readonly limit?: DecimalText | undefined;
  readonly scale: Scale;
}

function outcomeOf({ constraint, forbidden, limit, scale }: Ruling): Outcome {
  const dosages = constraint ? dosagesWithin(constraint, scale) : anyDosage;
  const shown = limit === undefined ? {} : { limit };
  const bound = constraint ? { constraint } : {};
  if (forbidden)
    return { cell: { verdict: 'prohibited', ratio: Number.POSITIVE_INFINITY }, ...bound, forbidden, dosages };
  if (!constraint) return { cell: { verdict: 'pass', ratio: 0 }, dosages };
  const verdict = isBroken(constraint, scale) ? 'over-limit' : 'pass';
  return { cell: { verdict, ...shown, ratio: ratioOf(constraint, scale) }, ...bound, dosages };
}

function together(tallies: readonly Tally[]): Tally {
  const sum: Tally = { target: -1, weight: 0n, carried: 0n, prohibited: 0n, entries: [] };
  for (const { weight, carried, entries } of tallies) {
    sum.weight += weight;
    sum.carried += carried;
    for (const entry of entries) sum.entries.push(entry);
  }
  return sum;
}

interface Ratios {
  readonly members: readonly Tally[];
  readonly index: IndexedRegulation;
  readonly scale: Scale;
}

/**
 * Each total over its own limit, added, stays at or under 1. Brought to the least common multiple of the limits, that is a
 * sum of whole weights under one limit. Members a category does not limit add nothing there; a limit of 0 and a
 * prohibition are kept by the standard itself.
 */
function sumOfRatios({ members, index, scale }: Ratios): Outcome[] {
  const known = new Map<string, Outcome>();
  return categories.map((_, at) => {
    const limited = members.flatMap((tally) => {
      const ceiling = ceilingAt(index, tally.target, at);
      return ceiling?.state === 'limit' && ceiling.limit > 0n ? [{ tally, limit: ceiling.limit }] : [];
    });
    const key = limited.map(({ tally, limit }) => `${tally.target}:${limit}`).join(' ');
    const before = known.get(key);
    if (before) return before;
    const outcome = outcomeOf({ constraint: ratioConstraint(limited), scale });
    known.set(key, outcome);
    return outcome;
  });
}

function ceilingAt({ targets }: IndexedRegulation, place: number, at: number): Ceiling | undefined {
  const target = targets[place];
  return target?.kind === 'standard' ? target.ceilings.distinct[target.ceilings.places[at] as number] : undefined;
}

function ratioConstraint(
  limited: readonly { readonly tally: Tally; readonly limit: bigint }[],
): Constraint | undefined {
  if (limited.length === 0) return undefined;
  const common = limited.reduce((multiple, { limit }) => lcm(multiple, limit), 1n);
  const terms = limited.map(({ tally, limit }) => ({ tally, factor: common / limit }));
  let weight = 0n;
  let carried = 0n;
  for (const { tally, factor } of terms) {
    weight += tally.weight * factor;
    carried += tally.carried * factor;
  }
  return { weight, carried, limit: common, terms };
}
