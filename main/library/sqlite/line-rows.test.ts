import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { placesFor } from './line-rows.ts';

const formula = (ids: readonly string[]) => ({ lines: ids.map((id) => ({ id }) as Line) });
const orders = fc.uniqueArray(fc.nat(30).map(String), { maxLength: 20 });
const fresh = (ids: readonly string[]) => placesFor(formula(ids), new Map());
const moved = (was: ReadonlyMap<LineId, number>, is: ReadonlyMap<LineId, number>) =>
  [...is].filter(([id, place]) => was.get(id) !== place).length;

describe('places of lines', () => {
  it('stand in the order of the formula, whatever stood there before', () => {
    fc.assert(
      fc.property(fc.array(orders, { minLength: 2, maxLength: 8 }), (states) => {
        let places = fresh(states[0] ?? []);
        for (const ids of states.slice(1)) {
          places = placesFor(formula(ids), places);
          const values = ids.map((id) => places.get(id as LineId) ?? Number.NaN);
          expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
          expect(values.every((value) => Number.isInteger(value) && value > 0)).toBe(true);
        }
      }),
    );
  });

  it('stay where they are when lines go', () => {
    fc.assert(
      fc.property(orders, fc.nat(30), (ids, gone) => {
        const was = fresh(ids);
        expect(moved(was, placesFor(formula(ids.filter((id) => id !== String(gone))), was))).toBe(0);
      }),
    );
  });

  it('change for one line only when one line is put in, or moved to the end or the start', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const was = fresh(ids);
    for (const order of ['abxcde', 'xabcde', 'abcdex', 'bcdea', 'eabcd']) {
      expect([order, moved(was, placesFor(formula([...order]), was))]).toEqual([order, 1]);
    }
  });
});
