import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FacetColumns } from './facet-columns.ts';
import { listFields, numberFields, type SearchFilter, satisfies } from './search-filter.ts';
import { type SearchItem, searchKinds } from './search-item.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd');
const day = fc.constantFrom('2024-12-31', '2026-01-01', '2026-11-21');
const number = fc.integer({ min: -2, max: 4 });

const item: fc.Arbitrary<Pick<SearchItem, 'kind' | 'facets'>> = fc
  .record({
    kind: fc.constantFrom(...searchKinds),
    lists: fc.tuple(...listFields.map(() => fc.array(word, { maxLength: 3 }))),
    numbers: fc.tuple(...numberFields.map(() => fc.option(number, { nil: undefined }))),
    changed: fc.option(day, { nil: undefined }),
  })
  .map(({ kind, lists, numbers, changed }) => ({
    kind,
    facets: {
      ...Object.fromEntries(listFields.map((field, at) => [field, lists[at]])),
      ...Object.fromEntries(
        numberFields.flatMap((field, at) => (numbers[at] === undefined ? [] : [[field, numbers[at]]])),
      ),
      ...(changed !== undefined && { changed }),
    } as SearchItem['facets'],
  }));

const words = fc.array(fc.oneof(word, fc.constant('unheard of')), { maxLength: 3 });
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const filter: fc.Arbitrary<SearchFilter> = fc.oneof(
  fc.record({ field: fc.constant('kind' as const), any: fc.subarray([...searchKinds]) }),
  fc.record({ field: fc.constantFrom(...listFields), any: words }),
  fc.record({ field: fc.constantFrom(...listFields), none: words }),
  fc.record({ field: fc.constantFrom(...numberFields), min: perhaps(number), max: perhaps(number) }),
  fc.record({ field: fc.constant('changed' as const), from: perhaps(day), to: perhaps(day) }),
) as fc.Arbitrary<SearchFilter>;

function columnsOf(items: readonly Pick<SearchItem, 'kind' | 'facets'>[]): FacetColumns {
  const columns = new FacetColumns();
  for (const one of items) columns.add(one);
  return columns;
}

it('a column meets a filter where the thing satisfies it, also once things were swept out', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), filter, fc.nat(4), (items, asked, gone) => {
      const columns = columnsOf(items);
      expect([...columns.meeting(asked)]).toEqual(items.map((one) => Number(satisfies(one, asked))));
      const kept = items.flatMap((_, slot) => (slot % 5 === gone ? [] : [slot]));
      columns.compact(kept);
      if (kept.length > 0) columns.remove(0);
      expect([...columns.meetingAll([asked])]).toEqual(
        kept.map((slot, place) => Number(place > 0 && satisfies(items[slot] as (typeof items)[number], asked))),
      );
      const left = kept.map((slot) => items[slot] as (typeof items)[number]);
      expect([...columns.meeting(asked)]).toEqual(left.map((one) => Number(satisfies(one, asked))));
    }),
  );
});

it('counts say how many of some things have a value, and which these are', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.nat(4), (items, number) => {
      const columns = columnsOf(items);
      const among = Uint8Array.from(items, (_, slot) => (slot % 5 === number ? 0 : 1));
      for (const field of ['kind', 'moods', 'tags'] as const) {
        const expected = new Map<string, number[]>();
        for (const [slot, { kind, facets }] of items.entries()) {
          for (const value of among[slot] ? new Set(field === 'kind' ? [kind] : facets[field]) : [])
            expected.set(value, [...(expected.get(value) ?? []), slot]);
        }
        expect(new Map(columns.count(field, among))).toEqual(
          new Map([...expected].map(([value, slots]) => [value, slots.length])),
        );
        for (const [value, slots] of expected) expect(columns.having(field, value, among)).toEqual(slots);
      }
    }),
  );
});
