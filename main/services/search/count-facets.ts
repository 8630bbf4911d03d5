/** @file Filters with counts: how many of what was found have each value, as if the field's own filter were not set. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import {
  type ListField,
  listFields,
  type NumberField,
  numberFields,
  type SearchFilter,
  satisfies,
} from '#perfumery/search/search-filter.ts';
import type { Findable } from './items/findable.ts';

export interface FacetCount {
  readonly field: ListField | 'kind';
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

const counted: readonly (ListField | 'kind')[] = [
  'kind',
  ...listFields.filter((field) => field !== 'materials' && field !== 'descriptors' && field !== 'limitedBy'),
];
const mostValues = 24;

/** Counts over `found`, which satisfies `fixed`; `filters` are those the perfumer set, field by field. */
export function countFacets(
  found: Iterable<Findable>,
  filters: readonly SearchFilter[],
): { readonly facets: readonly FacetCount[]; readonly ranges: readonly FacetRange[] } {
  const sums = new Map(counted.map((field) => [field, new Map<string, number>()]));
  const ranges = new Map<NumberField, { min: number; max: number; known: number }>();
  for (const { item } of found) {
    const broken = filters.filter((filter) => !satisfies(item, filter));
    const [only] = broken;
    if (broken.length > 1 && broken.some(({ field }) => field !== only?.field)) continue;
    for (const [field, sum] of sums) {
      if (only && only.field !== field) continue;
      const values = field === 'kind' ? [item.kind] : item.facets[field];
      for (const value of values) sum.set(value, (sum.get(value) ?? 0) + 1);
    }
    for (const field of numberFields) {
      const value = item.facets[field];
      if (value === undefined || (only && only.field !== field)) continue;
      const range = ranges.get(field) ?? { min: value, max: value, known: 0 };
      range.min = Math.min(range.min, value);
      range.max = Math.max(range.max, value);
      range.known += 1;
      ranges.set(field, range);
    }
  }
  return {
    facets: [...sums].flatMap(([field, sum]) => {
      const values = [...sum].map(([value, count]) => ({ value, count }));
      values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return values.length > 0 ? [{ field, values: values.slice(0, mostValues) }] : [];
    }),
    ranges: [...ranges].map(([field, range]) => ({ field, ...range })),
  };
}
