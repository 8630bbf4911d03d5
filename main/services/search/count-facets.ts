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

/** Counts over `slots`; `filters` are those the perfumer set, field by field. */
export function countFacets(
  columns: FacetColumns,
  slots: readonly number[],
  filters: readonly SearchFilter[],
): { readonly facets: readonly FacetCount[]; readonly ranges: readonly FacetRange[] } {
  const fails = failing(columns, filters);
  const counting = slots.filter((slot) => fails(slot) !== 'several');
  const onlyFor = fails as (slot: number) => SearchFilter['field'] | undefined;
  const facets = [...columns.count(counting, counted, onlyFor)].flatMap(([field, sum]): FacetCount[] => {
    const values = [...sum].map(([value, count]) => ({ value, count }));
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return values.length > 0 ? [{ field, values: values.slice(0, mostValues) }] : [];
  });
  const ranges = numberFields.flatMap((field): FacetRange[] => {
    let [min, max, known] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const slot of counting) {
      const value = columns.number(slot, field);
      if (Number.isNaN(value) || (onlyFor(slot) ?? field) !== field) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
      known += 1;
    }
    return known > 0 ? [{ field, min, max, known }] : [];
  });
  return { facets, ranges };
}

/** The one field whose filters a slot fails: it counts for that field alone, and where it fails several, for none. */
function failing(
  columns: FacetColumns,
  filters: readonly SearchFilter[],
): (slot: number) => SearchFilter['field'] | 'several' | undefined {
  const met = [...Map.groupBy(filters, ({ field }) => field)].map(([field, its]) => ({
    field,
    its: columns.meetingAll(its),
  }));
  return (slot) => {
    let failed: SearchFilter['field'] | undefined;
    for (const { field, its } of met) {
      if (its[slot]) continue;
      if (failed !== undefined) return 'several';
      failed = field;
    }
    return failed;
  };
}
