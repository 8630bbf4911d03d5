/** @file What a result must be: typed, so that no text is ever glued into a query. All filters of a search hold together. */
import type { SearchFacets, SearchItem } from './search-item.ts';

/** Facets that hold a list of ids. */
export const listFields = [
  'families',
  'descriptors',
  'seasons',
  'genders',
  'moods',
  'roles',
  'origins',
  'materials',
  'passes',
  'limitedBy',
  'allergens',
  'tags',
] as const satisfies readonly (keyof SearchFacets)[];
export type ListField = (typeof listFields)[number];

/** Facets whose values can be counted. */
export type CountedField = ListField | 'kind';

/** Facets that hold one number. */
export const numberFields = [
  'pricePerKg',
  'stock',
  'rating',
  'tenacity',
] as const satisfies readonly (keyof SearchFacets)[];
export type NumberField = (typeof numberFields)[number];

/** `any`: at least one of the ids is there. `none`: not one of them. Bounds of ranges are included; days are ISO. */
export type SearchFilter =
  | { readonly field: 'kind'; readonly any: readonly SearchItem['kind'][] }
  | { readonly field: ListField; readonly any: readonly string[] }
  | { readonly field: ListField; readonly none: readonly string[] }
  | { readonly field: NumberField; readonly min?: number; readonly max?: number }
  | { readonly field: 'changed'; readonly from?: string; readonly to?: string };

/** Whether `item` is what `filter` asks for. An unknown number or day satisfies no range. */
export function satisfies(item: Pick<SearchItem, 'kind' | 'facets'>, filter: SearchFilter): boolean {
  if (filter.field === 'kind') return filter.any.includes(item.kind);
  if (filter.field === 'changed') {
    const { changed } = item.facets;
    if (changed === undefined) return false;
    return (filter.from === undefined || changed >= filter.from) && (filter.to === undefined || changed <= filter.to);
  }
  if ('any' in filter) return filter.any.some((id) => item.facets[filter.field].includes(id));
  if ('none' in filter) return !filter.none.some((id) => item.facets[filter.field].includes(id));
  const value = item.facets[filter.field];
  if (value === undefined) return false;
  return (filter.min === undefined || value >= filter.min) && (filter.max === undefined || value <= filter.max);
}
