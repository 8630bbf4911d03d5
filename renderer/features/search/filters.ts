/** @file The filters a perfumer sets by hand: one for each field, values put in and taken out. */
import type { ListField, NumberField, SearchFilter } from '#perfumery/search/search-filter.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';

export type ValueField = ListField | 'kind';

/** The values chosen in a field, or those left out. */
export function valuesIn(filters: readonly SearchFilter[], field: ValueField, way: 'any' | 'none'): readonly string[] {
  return filters.flatMap((filter) => {
    if (filter.field !== field) return [];
    if (way === 'any') return 'any' in filter ? filter.any : [];
    return 'none' in filter ? filter.none : [];
  });
}

/** Puts a value in or takes it out; a value is never both wanted and left out. */
export function toggled(
  filters: readonly SearchFilter[],
  field: ValueField,
  { value, way }: { readonly value: string; readonly way: 'any' | 'none' },
): readonly SearchFilter[] {
  const now = valuesIn(filters, field, way);
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const otherWay = way === 'any' ? 'none' : 'any';
  const others = valuesIn(filters, field, otherWay).filter((one) => one !== value);
  const rest = filters.filter((filter) => filter.field !== field);
  return [...rest, ...of(field, way, next), ...of(field, otherWay, others)];
}

function of(field: ValueField, way: 'any' | 'none', values: readonly string[]): readonly SearchFilter[] {
  if (values.length === 0) return [];
  if (field === 'kind') return way === 'any' ? [{ field, any: values as readonly SearchKind[] }] : [];
  return way === 'any' ? [{ field, any: values }] : [{ field, none: values }];
}

/** The bounds set for a number. */
export function rangeIn(
  filters: readonly SearchFilter[],
  field: NumberField,
): { readonly min?: number; readonly max?: number } {
  const found = filters.find((filter) => filter.field === field);
  return found && 'field' in found && !('any' in found) && !('none' in found) && found.field === field ? found : {};
}

/** Sets one bound of a number; undefined takes it away. */
export function bounded(
  filters: readonly SearchFilter[],
  field: NumberField,
  bound: { readonly end: 'min' | 'max'; readonly value: number | undefined },
): readonly SearchFilter[] {
  const before = rangeIn(filters, field);
  const min = bound.end === 'min' ? bound.value : before.min;
  const max = bound.end === 'max' ? bound.value : before.max;
  const rest = filters.filter((filter) => filter.field !== field);
  if (min === undefined && max === undefined) return rest;
  return [...rest, { field, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }];
}
