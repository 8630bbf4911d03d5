/**
 * @file The facets of everything that can be found, as columns, by which tens of thousands of things are filtered and counted
 * without asking each of them.
 *
 * Things are numbered by slots that whoever keeps them hands out; a slot is never used for another thing until `compact`.
 */
import { type CountedField, listFields, type NumberField, numberFields, type SearchFilter } from './search-filter.ts';
import type { SearchItem } from './search-item.ts';

const wordFields: readonly CountedField[] = ['kind', ...listFields];

export class FacetColumns {
  /** Slots by field and value, rising; those of removed things stay until `compact`. */
  readonly #holders = new Map(wordFields.map((field) => [field, new Map<string, number[]>()]));
  /** NaN where it is unknown. */
  readonly #numbers = new Map<NumberField, number[]>(numberFields.map((field) => [field, []]));
  #changed: (string | undefined)[] = [];
  #isAlive: boolean[] = [];

  /** Puts a thing in the slot after the last. */
  add({ kind, facets }: Pick<SearchItem, 'kind' | 'facets'>): void {
    const slot = this.#isAlive.push(true) - 1;
    for (const field of wordFields) {
      for (const value of field === 'kind' ? [kind] : new Set(facets[field])) this.#hold(field, value, slot);
    }
    for (const [field, column] of this.#numbers) column.push(facets[field] ?? Number.NaN);
    this.#changed.push(facets.changed);
  }

  #hold(field: CountedField, value: string, slot: number): void {
    const its = this.#holders.get(field) as Map<string, number[]>;
    const slots = its.get(value);
    if (slots) slots.push(slot);
    else its.set(value, [slot]);
  }

  remove(slot: number): void {
    this.#isAlive[slot] = false;
  }

  /** By slot: 1 where a thing stands that is among some (by slot: 1; else among all) and is what all `filters` ask for. */
  meetingAll(filters: readonly SearchFilter[], among?: Uint8Array): Uint8Array {
    const met = new Uint8Array(this.#isAlive.length);
    for (let slot = 0; slot < met.length; slot += 1)
      if (this.#isAlive[slot]) met[slot] = among ? (among[slot] ?? 0) : 1;
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
    const met = new Uint8Array(this.#isAlive.length);
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
    const met = new Uint8Array(this.#isAlive.length).fill(1 - held);
    for (const value of wanted) for (const slot of this.#holders.get(field)?.get(value) ?? []) met[slot] = held;
    return met;
  }

  /** The slots of `among` (by slot: 1) whose things have a value, rising. */
  having(field: CountedField, value: string, among: Uint8Array): readonly number[] {
    const slots: number[] = [];
    for (const slot of this.#holders.get(field)?.get(value) ?? []) if (among[slot]) slots.push(slot);
    return slots;
  }

  /** How many of `among` (by slot: 1) have each value of a field; a value that none has is left out. */
  count(field: CountedField, among: Uint8Array): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [value, slots] of this.#holders.get(field) ?? []) {
      let sum = 0;
      for (let at = 0; at < slots.length; at += 1) sum += among[slots[at] as number] as number;
      if (sum > 0) counts.set(value, sum);
    }
    return counts;
  }

  /** By slot; NaN where it is unknown. */
  numbers(field: NumberField): readonly number[] {
    return this.#numbers.get(field) as number[];
  }

  /** Keeps only `slots`, rising, which come to stand one after another. */
  compact(slots: readonly number[]): void {
    const to = new Map(slots.map((slot, place) => [slot, place]));
    for (const its of this.#holders.values()) {
      for (const [value, held] of its) {
        const kept = held.flatMap((slot) => to.get(slot) ?? []);
        if (kept.length > 0) its.set(value, kept);
        else its.delete(value);
      }
    }
    for (const [field, column] of this.#numbers) {
      this.#numbers.set(
        field,
        slots.map((slot) => column[slot] as number),
      );
    }
    this.#changed = slots.map((slot) => this.#changed[slot]);
    this.#isAlive = slots.map((slot) => this.#isAlive[slot] === true);
  }
}
