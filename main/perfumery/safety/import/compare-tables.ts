/** @file What differs between two IFRA tables, cell by cell: the preview of an import. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Deadlines, IfraTable, Limit, Standard, StandardKind } from '#perfumery/safety/regulation.ts';
import { isSameLimit } from './check-columns.ts';
import { allCas } from './merge-overview.ts';

export interface CellDifference {
  readonly category: Category;
  readonly before?: Limit;
  readonly now?: Limit;
}

export interface StandardDifference {
  readonly key: string;
  readonly title: InTwoLanguages;
  readonly what: 'added' | 'withdrawn' | 'changed';
  /** Of an added or withdrawn standard, every cell. */
  readonly cells: readonly CellDifference[];
  readonly amendment: { readonly before?: number; readonly now?: number };
  /** Where they are not the same; of an added standard `before` is empty, of a withdrawn one `now`. */
  readonly kinds?: { readonly before: readonly StandardKind[]; readonly now: readonly StandardKind[] };
  readonly traceCeiling?: { readonly before?: string; readonly now?: string };
  /** What both tables say of them, as far as they do. */
  readonly deadlines: { readonly before?: Deadlines; readonly now?: Deadlines };
  readonly casAdded: readonly string[];
  readonly casRemoved: readonly string[];
}

/** Every standard that is not the same in both, in the order of `now`, withdrawn ones last. */
export function compareTables(before: IfraTable, now: IfraTable): readonly StandardDifference[] {
  const old = new Map(before.standards.map((standard) => [standard.key, standard]));
  const kept = new Set(now.standards.map(({ key }) => key));
  const changed = now.standards.flatMap((standard) => compare(old.get(standard.key), standard) ?? []);
  const withdrawn = before.standards
    .filter(({ key }) => !kept.has(key))
    .flatMap((standard) => compare(standard, undefined) ?? []);
  return [...changed, ...withdrawn];
}

function compare(before: Standard | undefined, now: Standard | undefined): StandardDifference | undefined {
  const either = now ?? before;
  if (!either) return undefined;
  const cells = categories.flatMap((category): CellDifference[] => {
    const [was, is] = [before?.limits?.[category], now?.limits?.[category]];
    return isSameLimit(was, is) ? [] : [{ category, ...(was && { before: was }), ...(is && { now: is }) }];
  });
  const [oldCas, newCas] = [before ? allCas(before) : [], now ? allCas(now) : []];
  const kinds = { before: before?.kinds ?? [], now: now?.kinds ?? [] };
  const hasKinds = !isSameSet(kinds.before, kinds.now);
  const hasCeiling = before && now && before.traceCeiling !== now.traceCeiling;
  const hasDeadlines = areOthers(before?.deadlines, now?.deadlines);
  const difference: StandardDifference = {
    key: either.key,
    title: either.title,
    what: before && now ? 'changed' : now ? 'added' : 'withdrawn',
    cells,
    amendment: { ...(before && { before: before.amendment }), ...(now && { now: now.amendment }) },
    ...(hasKinds && { kinds }),
    ...(hasCeiling && {
      traceCeiling: {
        ...(before.traceCeiling !== undefined && { before: before.traceCeiling }),
        ...(now.traceCeiling !== undefined && { now: now.traceCeiling }),
      },
    }),
    deadlines: {
      ...(before?.deadlines && { before: before.deadlines }),
      ...(now?.deadlines && { now: now.deadlines }),
    },
    casAdded: newCas.filter((cas) => !oldCas.includes(cas)),
    casRemoved: oldCas.filter((cas) => !newCas.includes(cas)),
  };
  const isSame =
    difference.what === 'changed' &&
    cells.length + difference.casAdded.length + difference.casRemoved.length === 0 &&
    !hasKinds &&
    !hasCeiling &&
    !hasDeadlines &&
    before?.amendment === now?.amendment;
  return isSame ? undefined : difference;
}

/** A table that says nothing of deadlines differs from none. */
export function areOthers(before: Deadlines | undefined, now: Deadlines | undefined): boolean {
  if (!before || !now) return false;
  return before.newCreations !== now.newCreations || before.existingCreations !== now.existingCreations;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
