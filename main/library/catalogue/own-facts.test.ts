import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type Facts, ownFactsOf, withOwnFacts } from './own-facts.ts';

const arbitraryFacts = fc.record(
  {
    name: fc.record({ en: fc.string(), ko: fc.string() }),
    aliases: fc.constant({ en: ['Bois'], ko: [] }),
    inci: fc.string({ minLength: 1 }),
    cas: fc.array(fc.constantFrom('78-70-6', '115-95-7')),
    kind: fc.constantFrom('synthetic', 'natural'),
    family: fc.constantFrom('woody', 'musk'),
    role: fc.constant('base'),
    descriptors: fc.array(fc.constantFrom('dry', 'warm')),
    density: fc.record({ value: fc.integer({ min: 1, max: 3 }), method: fc.constant('stated'), source: fc.string() }),
    flags: fc.constant([]),
  },
  { requiredKeys: ['name', 'aliases', 'cas', 'kind', 'family', 'role', 'descriptors', 'flags'] },
) as fc.Arbitrary<Facts>;
const id = 'm' as MaterialId;

describe('own facts over shipped ones', () => {
  it('give back what the perfumer said', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryFacts, (was, is) => {
        const shipped: Material = { ...was, id };
        const own = JSON.parse(JSON.stringify(ownFactsOf(shipped, is))) as Record<string, unknown>;
        expect(withOwnFacts(shipped, own)).toEqual({ ...is, id });
      }),
    );
  });

  it('are none when the perfumer says what was shipped, in any order of keys', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(facts)).reverse()) as unknown as Facts;
        expect(ownFactsOf({ ...facts, id }, turned)).toEqual({});
      }),
    );
  });

  it('let a newer catalogue show through where the perfumer said nothing', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryFacts, (shipped, newer) => {
        const own = ownFactsOf({ ...shipped, id }, { ...shipped, inci: 'Mine' });
        const { inci: _, ...rest } = withOwnFacts({ ...newer, id }, own);
        const { inci: __, ...expected } = { ...newer, id };
        expect(rest).toEqual(expected);
        expect(Object.keys(own)).toEqual(shipped.inci === 'Mine' ? [] : ['inci']);
      }),
    );
  });
});
