/**
 * @file Typed filters as the SQL text LanceDB understands. The only place where such text is made.
 *
 * Means exactly what `satisfies` means, item by item: `filter-sql.test.ts` holds the two against each other.
 */
import { invariant } from '#foundation/errors.ts';
import type { ListField, NumberField, SearchFilter } from '#perfumery/search/search-filter.ts';

/** Names of columns: lower case, because LanceDB folds names that are not. */
export const columnOf: Readonly<Record<ListField | NumberField | 'kind' | 'changed', string>> = {
  kind: 'kind',
  changed: 'changed',
  families: 'families',
  descriptors: 'descriptors',
  seasons: 'seasons',
  genders: 'genders',
  moods: 'moods',
  roles: 'roles',
  origins: 'origins',
  materials: 'materials',
  passes: 'passes',
  limitedBy: 'limited_by',
  allergens: 'allergens',
  tags: 'tags',
  pricePerKg: 'price_per_kg',
  stock: 'stock',
  rating: 'rating',
  tenacity: 'tenacity',
};

const nothing = 'false';

/** The text of all `filters` together; undefined when they let everything pass. */
export function sqlOf(filters: readonly SearchFilter[]): string | undefined {
  const texts = filters.flatMap((filter) => oneFilter(filter) ?? []);
  if (texts.includes(nothing)) return nothing;
  return texts.length === 0 ? undefined : texts.map((text) => `(${text})`).join(' AND ');
}

/** The text that holds for the rows with these ids. */
export function sqlOfIds(ids: readonly string[]): string {
  return ids.length === 0 ? nothing : `id IN (${listed(ids)})`;
}

function oneFilter(filter: SearchFilter): string | undefined {
  const { field } = filter;
  invariant(Object.hasOwn(columnOf, field), 'a filter names a facet');
  const column = columnOf[field];
  if (field === 'kind') return filter.any.length === 0 ? nothing : `${column} IN (${listed(filter.any)})`;
  if (field === 'changed') {
    return allOf(
      `${column} IS NOT NULL`,
      filter.from !== undefined && `${column} >= ${quoted(filter.from)}`,
      filter.to !== undefined && `${column} <= ${quoted(filter.to)}`,
    );
  }
  if ('any' in filter) return filter.any.length === 0 ? nothing : `array_has_any(${column}, [${listed(filter.any)}])`;
  if ('none' in filter) {
    return filter.none.length === 0 ? undefined : `NOT array_has_any(${column}, [${listed(filter.none)}])`;
  }
  return withinRange(column, filter);
}

function withinRange(column: string, { min, max }: { readonly min?: number; readonly max?: number }): string {
  if (Number.isNaN(min) || Number.isNaN(max) || min === Infinity || max === -Infinity) return nothing;
  return allOf(
    `${column} IS NOT NULL`,
    min !== undefined && min !== -Infinity && `${column} >= ${numbered(min)}`,
    max !== undefined && max !== Infinity && `${column} <= ${numbered(max)}`,
  );
}

function allOf(...texts: readonly (string | false)[]): string {
  return texts.filter((text) => text !== false).join(' AND ');
}

function listed(values: readonly string[]): string {
  return values.map(quoted).join(', ');
}

/** Halves of surrogate pairs cannot be written as UTF-8: both sides of every comparison lose them the same way. */
function quoted(value: string): string {
  return `'${value.toWellFormed().replaceAll("'", "''")}'`;
}

/** In exponent form, which SQL reads as a double and never as an integer; adding 0 makes -0 the 0 that JavaScript takes it for. */
function numbered(value: number): string {
  return (value + 0).toExponential();
}
