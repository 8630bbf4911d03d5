/**
 * @file An overview laid over the table that ships. The workbook decides what it can say: limits, kinds, amendments, CAS.
 * What it cannot say stays ours: keys, names, grades, catalogue materials, groups. What we lack is added.
 *
 * A standard is recognised by its CAS, and only where it has none by its row and kinds, since row keys promise no stability.
 */
import type { GroupRule, IfraTable, Scope, Standard, StandardKind } from '#perfumery/safety/regulation.ts';
import { checkColumnsAgainst } from './check-columns.ts';
import type { ImportProblem, Overview, OverviewStandard } from './overview.ts';

export interface ImportFacts {
  readonly fileName: string;
  /** ISO date of the import. */
  readonly date: string;
}

export interface MergedTable {
  readonly table: IfraTable;
  readonly problems: readonly ImportProblem[];
}

/** Of our standards, a workbook may lack this share before it is taken for incomplete. */
const mostWithdrawn = 0.1;

/** The table to be kept, with whatever came to light while it was put together. */
export function mergeOverview(overview: Overview, ours: IfraTable, { fileName, date }: ImportFacts): MergedTable {
  const matches = match(overview.standards, ours.standards);
  const keys = new Set(ours.standards.map(({ key }) => key));
  const owner = new Map(
    overview.standards.flatMap((one) => casOf(one).map((cas): [string, OverviewStandard] => [cas, one])),
  );
  const problems: ImportProblem[] = [];
  const standards = overview.standards.map((theirs): Standard => {
    const mine = matches.get(theirs);
    if (!mine && casOf(theirs).length === 0)
      problems.push({ why: 'without-cas', stops: false, column: 'CAS numbers', text: theirs.name });
    if (mine?.traceCeiling && theirs.traceCeiling && Number(mine.traceCeiling) !== Number(theirs.traceCeiling))
      problems.push({ why: 'note-differs', stops: false, text: `${theirs.name}: ${theirs.traceCeiling} %` });
    return mine ? overlaid(theirs, mine, (cas) => (owner.get(cas) ?? theirs) === theirs) : added(theirs, keys);
  });
  const matched = new Set(matches.values());
  const withdrawn = ours.standards.filter((one) => !matched.has(one));
  if (withdrawn.length > ours.standards.length * mostWithdrawn)
    problems.push({ why: 'too-few-standards', stops: true, text: `${matched.size} / ${ours.standards.length}` });
  const pairs = [...matches].flatMap(([{ limits: now }, { limits: before }]) =>
    now && before ? [{ now, before }] : [],
  );
  const table: IfraTable = {
    amendment: overview.amendment,
    checked: date,
    provenance: `IFRA Standards overview, ${fileName}`,
    verifyAt: ours.verifyAt,
    standards,
    groups: groupsAmong(standards, ours.groups),
  };
  return { table, problems: [...problems, ...checkColumnsAgainst(pairs)] };
}

function match(
  theirs: readonly OverviewStandard[],
  ours: readonly Standard[],
): ReadonlyMap<OverviewStandard, Standard> {
  const byCas = new Map<string, Standard[]>();
  const add = (cas: string, standard: Standard) => byCas.set(cas, [...(byCas.get(cas) ?? []), standard]);
  for (const standard of ours) for (const cas of allCas(standard)) add(cas, standard);
  const byRow = new Map(ours.map((standard) => [standard.row, standard]));
  const claims = theirs.flatMap((one) => {
    const shared = new Map<Standard, number>();
    for (const cas of casOf(one))
      for (const standard of byCas.get(cas) ?? []) shared.set(standard, (shared.get(standard) ?? 0) + 1);
    const found = [...shared].map(([standard, count]) => ({ one, standard, count }));
    const sameRow = byRow.get(one.row);
    if (casOf(one).length === 0 && sameRow && isSameSet(one.kinds, sameRow.kinds))
      found.push({ one, standard: sameRow, count: 0 });
    return found;
  });
  claims.sort((a, b) => b.count - a.count || rowBonus(b) - rowBonus(a));
  const matches = new Map<OverviewStandard, Standard>();
  const taken = new Set<Standard>();
  for (const { one, standard } of claims) {
    if (matches.has(one) || taken.has(standard)) continue;
    matches.set(one, standard);
    taken.add(standard);
  }
  return matches;
}

function rowBonus({ one, standard }: { readonly one: OverviewStandard; readonly standard: Standard }): number {
  return one.row === standard.row ? 1 : 0;
}

/** `isFree`: whether the workbook does not give a CAS to another standard. */
function overlaid(theirs: OverviewStandard, mine: Standard, isFree: (cas: string) => boolean): Standard {
  const {
    limits: _limits,
    traceCeiling,
    specification,
    prohibited,
    asFlavouring: _flavouring,
    deadlines: _deadlines,
    ...curated
  } = mine;
  const deadlines = theirs.deadlines ?? (theirs.amendment === mine.amendment ? mine.deadlines : undefined);
  const ceiling = theirs.traceCeiling ?? traceCeiling;
  const hasSplit = theirs.clauses.some(({ kinds }) => kinds);
  const widened = (scope: Scope, cas: readonly string[]): Scope => ({
    ...scope,
    cas: [...new Set([...scope.cas.filter(isFree), ...cas])],
  });
  const [allowed, banned] = hasSplit ? splitOf(theirs) : [casOf(theirs), casOf(theirs)];
  return {
    ...curated,
    row: theirs.row,
    amendment: theirs.amendment,
    ...(deadlines && { deadlines }),
    kinds: theirs.kinds,
    drivers: mine.amendment === theirs.amendment ? mine.drivers : theirs.drivers,
    scope: widened(mine.scope, allowed),
    ...(prohibited && theirs.kinds.includes('prohibition') && { prohibited: widened(prohibited, banned) }),
    ...(theirs.limits && { limits: theirs.limits }),
    ...(ceiling !== undefined && theirs.kinds.includes('prohibition') && { traceCeiling: ceiling }),
    ...(theirs.asFlavouring && { asFlavouring: true }),
    ...(theirs.kinds.includes('specification') && {
      specification: specification ?? inBoth(theirs.specification || theirs.name),
    }),
  };
}

/**
 * A standard of the workbook that we lack, in its own words. Whatever it prohibits beside a restriction that allows nothing
 * by number is prohibited as such.
 */
function added(theirs: OverviewStandard, keys: Set<string>): Standard {
  const { row, name, amendment, deadlines, kinds, drivers, clauses, limits, traceCeiling, asFlavouring } = theirs;
  const hasSplit = clauses.some((clause) => clause.kinds);
  const [allowed, banned] = hasSplit ? splitOf(theirs) : [casOf(theirs), []];
  const prohibited = hasSplit ? banned : traceCeiling !== undefined ? allowed : [];
  return {
    key: freeKey(name, keys),
    title: inBoth(name),
    row,
    amendment,
    ...(deadlines && { deadlines }),
    kinds,
    drivers,
    scope: { cas: allowed },
    ...(prohibited.length > 0 && { prohibited: { cas: prohibited } }),
    ...(limits && { limits }),
    ...(traceCeiling !== undefined && { traceCeiling }),
    ...(asFlavouring && { asFlavouring: true }),
    ...(kinds.includes('specification') && { specification: inBoth(theirs.specification || name) }),
    ...(theirs.note !== '' && { note: inBoth(theirs.note) }),
  };
}

/** CAS by sub-heading: what is restricted or specified, and what is prohibited. */
function splitOf({ clauses }: OverviewStandard): readonly [readonly string[], readonly string[]] {
  const under = (isWanted: (kinds: readonly StandardKind[]) => boolean) =>
    clauses.filter(({ kinds }) => !kinds || isWanted(kinds)).flatMap(({ cas }) => cas);
  return [
    under((kinds) => kinds.some((kind) => kind !== 'prohibition')),
    under((kinds) => kinds.includes('prohibition')),
  ];
}

function groupsAmong(standards: readonly Standard[], groups: readonly GroupRule[]): readonly GroupRule[] {
  const keys = new Set(standards.map(({ key }) => key));
  return groups.flatMap((group): GroupRule[] => {
    const { limitsOf, orInstead, ...rest } = group;
    const members = group.standards.filter((key) => keys.has(key));
    if (members.length === 0 || (limitsOf !== undefined && !keys.has(limitsOf))) return [];
    return [
      {
        ...rest,
        standards: members,
        ...(limitsOf !== undefined && { limitsOf }),
        ...(orInstead !== undefined && keys.has(orInstead) && { orInstead }),
      },
    ];
  });
}

/** Every CAS a standard is about, whatever the sub-heading. */
export function casOf({ clauses }: Pick<OverviewStandard, 'clauses'>): readonly string[] {
  return [...new Set(clauses.flatMap(({ cas }) => cas))];
}

/** Every CAS of a standard of ours, allowed or prohibited. */
export function allCas({ scope, prohibited }: Pick<Standard, 'scope' | 'prohibited'>): readonly string[] {
  return [...new Set([...scope.cas, ...(prohibited?.cas ?? [])])];
}

function freeKey(name: string, keys: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const base = plain || 'standard';
  let key = base;
  for (let number = 2; keys.has(key); number += 1) key = `${base}-${number}`;
  keys.add(key);
  return key;
}

function inBoth(text: string) {
  return { en: text, ko: text };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
