/** @file Filters with counts: how many of what was found have each value, as if the field's own filter were not set. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { FacetColumns } from '#perfumery/search/facet-columns.ts';
import {
  type CountedField,
  listFields,
  type NumberField,
  numberFields,
  type SearchFilter,
} from '#perfumery/search/search-filter.ts';

export interface FacetCount {
  readonly field: CountedField;
  /** The most frequent first. */
  readonly values: readonly {
    readonly value: string;
    readonly count: number;
    /** What it is called, where its value is no word. */
    readonly label?: InTwoLanguages;
  }[];
}

/** Over what was found: the lowest and highest value, and of how many it is known. */
export interface FacetRange {
  readonly field: NumberField;
  readonly min: number;
  readonly max: number;
  readonly known: number;
}

const counted: readonly CountedField[] = [
  'kind',
  ...listFields.filter((field) => field !== 'materials' && field !== 'descriptors' && field !== 'limitedBy'),
];
const mostValues = 24;

/** Counts over the things of `found` (by slot: 1); `filters` are those the perfumer set, field by field. */
export function countFacets(
  columns: FacetColumns,
  found: Uint8Array,
  filters: readonly SearchFilter[],
): { readonly facets: readonly FacetCount[]; readonly ranges: readonly FacetRange[] } {
  const amongFor = leftForEach(columns, found, filters);
  const facets = counted.flatMap((field): FacetCount[] => {
    const values = [...columns.count(field, amongFor(field))].map(([value, count]) => ({ value, count }));
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return values.length > 0 ? [{ field, values: values.slice(0, mostValues) }] : [];
  });
  const ranges = numberFields.flatMap((field): FacetRange[] => {
    const [among, values] = [amongFor(field), columns.numbers(field)];
    let [min, max, known] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (let slot = 0; slot < among.length; slot += 1) {
      const value = values[slot] as number;
      if (!among[slot] || Number.isNaN(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
      known += 1;
    }
    return known > 0 ? [{ field, min, max, known }] : [];
  });
  return { facets, ranges };
}

/** By field: what of `found` (by slot: 1) passes all filters but the field's own. */
function leftForEach(
  columns: FacetColumns,
  found: Uint8Array,
  filters: readonly SearchFilter[],
): (field: SearchFilter['field']) => Uint8Array {
  const all = columns.meetingAll(filters, found);
  const filtered = new Set(filters.map(({ field }) => field));
  const without = new Map(
    [...filtered].map((own) => [
      own,
      columns.meetingAll(
        filters.filter(({ field }) => field !== own),
        found,
      ),
    ]),
  );
  return (field) => without.get(field) ?? all;
}
