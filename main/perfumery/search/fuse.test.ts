import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type ScoredList } from './fuse.ts';

const slots = 24;
const score = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3, noNaN: true }));
const scores = fc
  .array(score, { minLength: slots, maxLength: slots })
  .map((numbers) => Float64Array.from(numbers, (value) => (value < 1e-9 ? 0 : value)));
const weight = fc.integer({ min: 0, max: 64 }).map((n) => n / 64);
const few = fc
  .uniqueArray(fc.tuple(fc.nat(slots - 1), fc.double({ min: 0.1, max: 3, noNaN: true })), {
    selector: ([slot]) => slot,
  })
  .map((entries) => new Map(entries));
const list: fc.Arbitrary<ScoredList> = fc.record({
  scores: fc.oneof(scores, few),
  weight,
  least: fc.constantFrom(0, 0.2),
  full: fc.constantFrom(0, 0.5, 1),
});
const lists = fc.array(list, { maxLength: 5 });
const mask = fc
  .array(fc.boolean(), { minLength: slots, maxLength: slots })
  .map((flags) => Uint8Array.from(flags, Number));
const everything = new Uint8Array(slots).fill(1);

describe('fusing scores', () => {
  it('gives the best of a list its weight, and half of it to what is half as good', () => {
    const sums = fuse([{ scores: Float64Array.of(3, 6, 0), weight: 0.8 }], Uint8Array.of(1, 1, 1));
    expect([...sums]).toEqual([0.4, 0.8, 0]);
  });

  it('takes the best for less where even the best is not full', () => {
    const sums = fuse([{ scores: Float64Array.of(0.25, 0.1), weight: 1, full: 0.5 }], Uint8Array.of(1, 1));
    expect([...sums]).toEqual([0.5, 0.2]);
  });

  it('puts what two lists found above what one found as well', () => {
    const words = { scores: Float64Array.of(2, 2, 0), weight: 0.5 };
    const meaning = { scores: Float64Array.of(0, 1, 1), weight: 0.5 };
    expect([...fuse([words, meaning], Uint8Array.of(1, 1, 1))]).toEqual([0.5, 1, 0.5]);
  });

  it('keeps the order of a list alone', () => {
    fc.assert(
      fc.property(scores, (alone) => {
        const sums = fuse([{ scores: alone, weight: 1 }], everything);
        for (let a = 0; a < slots; a += 1) {
          for (let b = 0; b < slots; b += 1) {
            if ((alone[a] as number) >= (alone[b] as number)) expect(sums[a]).toBeGreaterThanOrEqual(sums[b] as number);
          }
        }
      }),
    );
  });

  it('finds what a list with a weight holds above its least, and nothing else', () => {
    fc.assert(
      fc.property(lists, mask, (some, allowed) => {
        for (const [slot, sum] of fuse(some, allowed).entries()) {
          const isHeld = some.some(
            ({ scores: its, weight: worth, least = 0 }) =>
              worth > 0 && ((its instanceof Map ? its.get(slot) : (its as Float64Array)[slot]) ?? 0) > least,
          );
          expect(sum > 0).toBe(isHeld && allowed[slot] === 1);
        }
      }),
    );
  });

  it('gives at most the sum of the weights, whatever the order of the lists', () => {
    fc.assert(
      fc.property(lists, mask, (some, allowed) => {
        const most = some.reduce((sum, one) => sum + one.weight, 0);
        const backwards = fuse([...some].reverse(), allowed);
        for (const [slot, sum] of fuse(some, allowed).entries()) {
          expect(sum).toBeLessThanOrEqual(most + 1e-12);
          expect(sum).toBeCloseTo(backwards[slot] as number, 12);
        }
      }),
    );
  });

  it('does not care for the unit of scores whose best is full', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(0.25, 2, 1024), (alone, unit) => {
        const scaled = fuse([{ scores: alone.map((value) => value * unit), weight: 0.5 }], everything);
        expect([...scaled]).toEqual([...fuse([{ scores: alone, weight: 0.5 }], everything)]);
      }),
    );
  });
});
