import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type RankedList } from './fuse.ts';

const id = fc.integer({ min: 0, max: 30 }).map((n) => `material:${n}`);
const ids = fc.uniqueArray(id, { maxLength: 20 });
const weight = fc.integer({ min: 0, max: 64 }).map((n) => n / 64);
const byPlace: fc.Arbitrary<RankedList> = fc.record({ ids, weight });
const byScore: fc.Arbitrary<RankedList> = fc
  .record({ ids, weight, raw: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }) })
  .map(({ ids: found, weight: worth, raw }) => ({
    ids: found,
    weight: worth,
    scores: raw.sort((a, b) => b - a).slice(0, found.length),
  }));
const lists = fc.array(fc.oneof(byPlace, byScore), { maxLength: 5 });
const idsOf = (hits: readonly { readonly id: string }[]) => hits.map((hit) => hit.id);

describe('fusing lists', () => {
  it('gives the first place of a list its weight and the sixty-second half of it', () => {
    const list = Array.from({ length: 62 }, (_, n) => `n${String(n).padStart(2, '0')}`);
    const hits = fuse([{ ids: list, weight: 0.8 }], 62);
    expect(hits[0]).toEqual({ id: 'n00', score: 0.8, from: [0.8] });
    expect(hits[61]?.score).toBeCloseTo(0.4, 12);
  });

  it('puts what two lists found above what one found at the same place', () => {
    const words = { ids: ['bergamot', 'lemon'], weight: 0.5 };
    const meaning = { ids: ['neroli', 'lemon'], weight: 0.5 };
    expect(idsOf(fuse([words, meaning], 3))).toEqual(['lemon', 'bergamot', 'neroli']);
  });

  it('lets a list that was hit exactly win over all others when it weighs more than they do together', () => {
    fc.assert(
      fc.property(ids, ids, id, (words, meaning, exact) => {
        const hits = fuse(
          [
            { ids: [exact], weight: 1 },
            { ids: words, weight: 0.4 },
            { ids: meaning, weight: 0.5 },
          ],
          1,
        );
        return hits[0]?.id === exact;
      }),
    );
  });

  it('returns a list alone in its own order', () => {
    fc.assert(
      fc.property(ids, (found) => {
        expect(idsOf(fuse([{ ids: found, weight: 1 }], 50))).toEqual(found);
      }),
    );
  });

  it('does not care for the order of the lists', () => {
    fc.assert(
      fc.property(lists, (some) => {
        const bare = (hits: ReturnType<typeof fuse>) => hits.map((hit) => [hit.id, hit.score]);
        expect(bare(fuse([...some].reverse(), 40))).toEqual(bare(fuse(some, 40)));
      }),
    );
  });

  it('keeps the order when all weights are scaled alike', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(0.25, 2, 8), (some, factor) => {
        const scaled = some.map((list) => ({ ...list, weight: list.weight * factor }));
        expect(idsOf(fuse(scaled, 40))).toEqual(idsOf(fuse(some, 40)));
      }),
    );
  });

  it('begins a longer answer with the shorter one', () => {
    fc.assert(
      fc.property(lists, fc.nat(40), (some, limit) => {
        expect(fuse(some, limit)).toEqual(fuse(some, 100).slice(0, limit));
      }),
    );
  });

  it('finds every id of a list that weighs something, once, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(byPlace, { maxLength: 5 }), (some) => {
        const expected = new Set(some.filter((list) => list.weight > 0).flatMap((list) => list.ids));
        const hits = idsOf(fuse(some, 1000));
        expect(hits).toHaveLength(expected.size);
        expect(new Set(hits)).toEqual(expected);
      }),
    );
  });

  it('never lowers a hit because another list found it too', () => {
    fc.assert(
      fc.property(lists, id, weight, (some, also, extra) => {
        const before = fuse(some, 1000).find((hit) => hit.id === also)?.score ?? 0;
        const after = fuse([...some, { ids: [also], weight: extra }], 1000).find((hit) => hit.id === also)?.score ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('says what each list gave, which adds up to the score and never passes its weight', () => {
    fc.assert(
      fc.property(lists, (some) => {
        for (const hit of fuse(some, 1000)) {
          expect(hit.from).toHaveLength(some.length);
          expect(hit.from.reduce((sum, worth) => sum + worth, 0)).toBeCloseTo(hit.score, 12);
          hit.from.forEach((worth, list) => {
            expect(worth).toBeLessThanOrEqual(some[list]?.weight ?? 0);
          });
        }
      }),
    );
  });

  it('counts an id that a list names twice once, where it comes first', () => {
    expect(fuse([{ ids: ['rose', 'iris', 'rose'], weight: 1 }], 5)).toEqual(
      fuse([{ ids: ['rose', 'iris'], weight: 1 }], 5),
    );
  });
});
