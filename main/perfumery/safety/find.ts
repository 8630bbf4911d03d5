/** @file From what was counted to findings: each standard and group the formula touches, judged in all 18 categories. */
import { lcm } from '#perfumery/units/whole.ts';
import type { Cell, Finding } from './answer.ts';
import { type Category, categories } from './category.ts';
import { type Constraint, ratioOf } from './constraint.ts';
import type { Ceiling, Ceilings, IndexedRegulation } from './index-regulation.ts';
import { contributionsOf, type Entry, percentText, type Scale, type Tally } from './tally.ts';

/** A finding in one category, with what is needed to suggest a change. */
export interface Outcome {
  readonly cell: Cell;
  /** Absent where no figure limits it. */
  readonly constraint?: Constraint;
  /** What must not be in the product at all; absent where nothing of the kind is. */
  readonly forbidden?: readonly Entry[];
}

export interface Found {
  readonly finding: Finding;
  /** Its highest ratio in any category, in single precision, so that equal ratios are equal however they came about. */
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
  let worst = 0;
  for (const { cell } of outcomes) if (cell.ratio > worst) worst = cell.ratio;
  const total = percentText(tally.weight, scale);
  return {
    finding: { key, kind, total, contributions: contributionsOf(tally.entries), cells: cellsOf(outcomes) },
    worst: Math.fround(worst),
    outcomes,
  };
}

/** Written out, because objects of one known shape are made many times faster than by key. */
function cellsOf(outcomes: readonly Outcome[]): Record<Category, Cell> {
  const at = (place: number) => (outcomes[place] as Outcome).cell;
  return {
    '1': at(0),
    '2': at(1),
    '3': at(2),
    '4': at(3),
    '5A': at(4),
    '5B': at(5),
    '5C': at(6),
    '5D': at(7),
    '6': at(8),
    '7A': at(9),
    '7B': at(10),
    '8': at(11),
    '9': at(12),
    '10A': at(13),
    '10B': at(14),
    '11A': at(15),
    '11B': at(16),
    '12': at(17),
  };
}

/** One outcome for each of the distinct ceilings, dealt out to the 18 categories. */
function outcomesOf(tally: Tally, { distinct, places }: Ceilings, scale: Scale): Outcome[] {
  const terms = [{ tally, factor: 1n }];
  const banned = tally.prohibited.length > 0 ? tally.prohibited : undefined;
  const outcomes = distinct.map((ceiling): Outcome => {
    if (ceiling.state === 'prohibited') return { cell: forbiddenCell, forbidden: tally.entries };
    if (ceiling.state === 'none') return banned ? { cell: forbiddenCell, forbidden: banned } : free;
    const constraint = { weight: tally.weight, carried: tally.carried, limit: ceiling.limit, terms };
    if (banned) return { cell: forbiddenCell, constraint, forbidden: banned };
    const ratio = ratioOf(constraint, scale);
    return { cell: { verdict: ratio > 1 ? 'over-limit' : 'pass', limit: ceiling.text, ratio }, constraint };
  });
  return places.map((place) => outcomes[place] as Outcome);
}

const forbiddenCell: Cell = { verdict: 'prohibited', ratio: Number.POSITIVE_INFINITY };
const free: Outcome = { cell: { verdict: 'pass', ratio: 0 } };

function together(tallies: readonly Tally[]): Tally {
  const sum: Tally = { target: -1, weight: 0n, carried: 0n, entries: [], prohibited: [] };
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
    const outcome = limited.length === 0 ? free : underOne(limited, scale);
    known.set(key, outcome);
    return outcome;
  });
}

function ceilingAt({ targets }: IndexedRegulation, place: number, at: number): Ceiling | undefined {
  const target = targets[place];
  return target?.kind === 'standard' ? target.ceilings.distinct[target.ceilings.places[at] as number] : undefined;
}

function underOne(limited: readonly { readonly tally: Tally; readonly limit: bigint }[], scale: Scale): Outcome {
  const common = limited.reduce((multiple, { limit }) => lcm(multiple, limit), 1n);
  const terms = limited.map(({ tally, limit }) => ({ tally, factor: common / limit }));
  let weight = 0n;
  let carried = 0n;
  for (const { tally, factor } of terms) {
    weight += tally.weight * factor;
    carried += tally.carried * factor;
  }
  const constraint = { weight, carried, limit: common, terms };
  const ratio = ratioOf(constraint, scale);
  return { cell: { verdict: ratio > 1 ? 'over-limit' : 'pass', ratio }, constraint };
}
