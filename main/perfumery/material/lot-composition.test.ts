import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixedComposition } from './lot-composition.ts';
import type { Constituent } from './material.ts';

const of = (cas: string, typical: number): Constituent => ({
  cas,
  name: cas,
  typical,
  method: 'measured',
  source: 'lot',
});
const composition = fc
  .uniqueArray(fc.constantFrom('78-70-6', '5989-27-5', '106-22-9', '97-53-0'), { maxLength: 4 })
  .chain((numbers) =>
    fc.tuple(...numbers.map((cas) => fc.integer({ min: 1, max: 2500 }).map((n) => of(cas, n / 100)))),
  );
const mass = fc.integer({ min: 1, max: 100_000 }).map((grams) => grams / 100);
const byCas = (constituents: readonly Constituent[] | undefined) =>
  new Map(constituents?.map(({ cas, typical }) => [cas, typical]));

describe('lots weighed together', () => {
  it('hold what each brings, by mass', () => {
    const mixed = mixedComposition([
      { mass: 3, constituents: [of('78-70-6', 40), of('97-53-0', 1)] },
      { mass: 1, constituents: [of('78-70-6', 20)] },
    ]);
    expect(byCas(mixed)).toEqual(
      new Map([
        ['78-70-6', 35],
        ['97-53-0', 0.75],
      ]),
    );
  });

  it('are unknown as soon as one is, and a lot that gives nothing does not count', () => {
    const known = { mass: 1, constituents: [of('78-70-6', 40)] };
    expect(mixedComposition([known, { mass: 2, constituents: undefined }])).toBeUndefined();
    expect(mixedComposition([known, { mass: 0, constituents: undefined }])).toBe(known.constituents);
    expect(mixedComposition([])).toBeUndefined();
  });

  it('of the same composition hold just that, whatever is taken of each', () => {
    fc.assert(
      fc.property(composition, mass, mass, (constituents, a, b) => {
        const mixed = byCas(
          mixedComposition([
            { mass: a, constituents },
            { mass: b, constituents },
          ]),
        );
        for (const { cas, typical } of constituents) expect(mixed.get(cas)).toBeCloseTo(typical, 9);
        expect(mixed.size).toBe(constituents.length);
      }),
    );
  });

  it('conserve every substance, in whatever order they are weighed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ mass, constituents: composition }), { minLength: 2, maxLength: 4 }),
        (portions) => {
          const whole = portions.reduce((sum, one) => sum + one.mass, 0);
          const [mixed, turned] = [mixedComposition(portions), mixedComposition(portions.toReversed())].map(byCas);
          for (const [cas, typical] of mixed ?? []) {
            const brought = portions.reduce((sum, one) => sum + one.mass * (byCas(one.constituents).get(cas) ?? 0), 0);
            expect(typical * whole).toBeCloseTo(brought, 6);
            expect(turned?.get(cas)).toBeCloseTo(typical, 9);
          }
        },
      ),
    );
  });
});
