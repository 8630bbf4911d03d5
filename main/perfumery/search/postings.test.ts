import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Postings } from './postings.ts';

it('says how much of a key one thing holds, as walking over all that hold it does', () => {
  const weights = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(weights, { maxLength: 20 }), fc.nat(4), fc.boolean(), (things, gone, sweeps) => {
      const postings = new Postings();
      for (const [slot, its] of things.entries()) postings.put(2 * slot, new Map(Object.entries(its)));
      for (const slot of things.keys()) if (slot % 5 === gone) postings.remove(2 * slot);
      if (sweeps) postings.compact((slot) => slot / 2);
      for (const key of ['a', 'b', 'c', 'd']) {
        const walked = new Map<number, number>();
        postings.each(key, (slot, weight) => walked.set(slot, weight));
        for (let slot = 0; slot < 2 * things.length; slot += 1) {
          expect(postings.weightIn(key, slot)).toBe(walked.get(slot) ?? 0);
        }
      }
    }),
  );
});
