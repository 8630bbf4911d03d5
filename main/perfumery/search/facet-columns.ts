/**
 * @file The facets of everything that can be found, as columns, by which tens of thousands of things are filtered and counted
 * without asking each of them.
 *
 * Things are numbered by slots that whoever keeps them hands out; a slot is never used for another thing until `compact`.
 */
import { type CountedField, listFields, type NumberField, numberFields, type SearchFilter } from './search-filter.ts';
import type { SearchItem } from './search-item.ts';

/** One value of one field, known by its place in the list of all. */
interface Value {
  readonly field: CountedField;
  readonly value: string;
}

export class FacetColumns {
  readonly #values: Value[] = [];
  readonly #codeOf = new Map(
    (['kind', ...listFields] as const).map((field) => [field as CountedField, new Map<string, number>()]),
  );
  /** Slots by code, rising. */
  #holders: number[][] = [];
  /** Codes by slot; undefined where a thing was removed. */
  #codes: (readonly number[] | undefined)[] = [];
  /** NaN where it is unknown. */
  readonly #numbers = new Map<NumberField, number[]>(numberFields.map((field) => [field, []]));
  #changed: (string | undefined)[] = [];

  /** Puts a thing in the slot after the last. */
  add({ kind, facets }: Pick<SearchItem, 'kind' | 'facets'>): void {
    const codes = [this.#code('kind', kind)];
    for (const field of listFields) {
      for (const value of new Set(facets[field])) codes.push(this.#code(field, value));
    }
    for (const code of codes) this.#holders[code]?.push(this.#codes.length);
    this.#codes.push(codes);
    for (const [field, column] of this.#numbers) column.push(facets[field] ?? Number.NaN);
    this.#changed.push(facets.changed);
  }

  #code(field: CountedField, value: string): number {
    const codes = this.#codeOf.get(field) as Map<string, number>;
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, this.#values.length);
    this.#holders.push([]);
    return this.#values.push({ field, value }) - 1;
  }

  remove(slot: number): void {
    this.#codes[slot] = undefined;
  }

  /** By slot: 1 where a thing stands that is what all `filters` ask for. */
  meetingAll(filters: readonly SearchFilter[]): Uint8Array {
    const met = new Uint8Array(this.#codes.length);
    for (let slot = 0; slot < met.length; slot += 1) if (this.#codes[slot] !== undefined) met[slot] = 1;
    for (const filter of filters) {
      const its = this.meeting(filter);
      for (let slot = 0; slot < met.length; slot += 1) met[slot] = (met[slot] as number) & (its[slot] as number);
    }
    return met;
  }

  /** By slot: 1 where the thing is what `filter` asks for, as `satisfies` says of one. Of what was removed it says nothing. */
  meeting(filter: SearchFilter): Uint8Array {
    if ('any' in filter) return this.#holding(filter.field, filter.any, 1);
    if ('none' in filter) return this.#holding(filter.field, filter.none, 0);
    const met = new Uint8Array(this.#codes.length);
    if (filter.field === 'changed') {
      const { from = '', to = '\uffff' } = filter;
      for (let slot = 0; slot < met.length; slot += 1) {
        const day = this.#changed[slot];
        if (day !== undefined && day >= from && day <= to) met[slot] = 1;
      }
      return met;
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = filter;
    const column = this.#numbers.get(filter.field) as number[];
    for (let slot = 0; slot < met.length; slot += 1) {
      const value = column[slot] as number;
      if (value >= min && value <= max) met[slot] = 1;
    }
    return met;
  }

  #holding(field: CountedField, wanted: readonly string[], held: 0 | 1): Uint8Array {
    const met = new Uint8Array(this.#codes.length).fill(1 - held);
    for (const value of wanted) {
      const code = this.#codeOf.get(field)?.get(value);
      if (code === undefined) continue;
      for (const slot of this.#holders[code] as number[]) met[slot] = held;
    }
    return met;
  }

  /** How often each value of `fields` stands in `slots`; a slot for which `onlyFor` names a field counts for that one alone. */
  count(
    slots: Iterable<number>,
    fields: readonly CountedField[],
    onlyFor: (slot: number) => SearchFilter['field'] | undefined,
  ): ReadonlyMap<CountedField, ReadonlyMap<string, number>> {
    const sums = new Uint32Array(this.#values.length);
    for (const slot of slots) {
      const only = onlyFor(slot);
      for (const code of this.#codes[slot] ?? []) {
        if (only === undefined || this.#values[code]?.field === only) sums[code] = (sums[code] as number) + 1;
      }
    }
    const found = new Map(fields.map((field) => [field, new Map<string, number>()]));
    for (const [code, { field, value }] of this.#values.entries()) {
      if (sums[code] !== 0) found.get(field)?.set(value, sums[code] as number);
    }
    return found;
  }

  /** NaN where it is unknown. */
  number(slot: number, field: NumberField): number {
    return this.#numbers.get(field)?.[slot] ?? Number.NaN;
  }

  /** Keeps only `slots`, rising, which come to stand one after another. */
  compact(slots: readonly number[]): void {
    this.#codes = slots.map((slot) => this.#codes[slot]);
    this.#holders = this.#values.map(() => []);
    for (const [slot, codes] of this.#codes.entries()) for (const code of codes ?? []) this.#holders[code]?.push(slot);
    for (const [field, column] of this.#numbers) {
      this.#numbers.set(
        field,
        slots.map((slot) => column[slot] as number),
      );
    }
    this.#changed = slots.map((slot) => this.#changed[slot]);
  }
}
