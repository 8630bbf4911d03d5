import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaporate, type Film } from './evaporate.ts';
import { idealActivity, unifac } from './unifac.ts';
import { unifacGroupsOf } from './unifac-groups.ts';

const hours = [0, 0.001, 0.01, 0.1, 0.5, 1, 4, 12, 24, 48].map((hour) => hour * 3600);
const structures = [
  'CCO',
  'CC1=CCC(CC1)C(=C)C',
  'CC(=CCCC(C)(C=C)O)C',
  'COC1=C(C=CC(=C1)C=O)O',
  'CCCCCC1C(CCC1=O)CC(=O)OC',
  'CC(COCC(C)O)O',
];
const groups = structures.map((smiles) => unifacGroupsOf(smiles));

interface Part {
  readonly amount: number;
  readonly rate: number;
  readonly structure: number;
}

const arbitraryParts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc
    .record({
      amount: fc.double({ min: 1e-6, max: 3, noNaN: true }),
      log: fc.double({ min: -9, max: -1, noNaN: true }),
      stays: fc.boolean(),
      structure: fc.nat({ max: structures.length - 1 }),
    })
    .map(({ log, stays, ...rest }) => ({ ...rest, rate: stays ? 0 : 10 ** log })),
  { minLength: 1, maxLength: 12 },
);

const filmOf = (parts: readonly Part[], kind: 'ideal' | 'unifac'): Film => ({
  amounts: Float64Array.from(parts, ({ amount }) => amount),
  rates: Float64Array.from(parts, ({ rate }) => rate),
  activity:
    kind === 'ideal'
      ? idealActivity
      : unifac(
          parts.map(({ structure }) => groups[structure]),
          298.15,
        ),
});

/** The plainest integrator there is, in short steps: what the clever one is held to. */
function byShortSteps({ amounts, rates, activity }: Film, seconds: number, steps: number): Float64Array {
  const left = amounts.slice();
  const coefficients = new Float64Array(left.length);
  const slopes = (of: Float64Array) => {
    activity(of, coefficients);
    const all = of.reduce((sum, one) => sum + one, 0);
    return of.map((one, at) => (-(rates[at] ?? 0) * (coefficients[at] ?? 0) * one) / all);
  };
  const h = seconds / steps;
  for (let step = 0; step < steps; step++) {
    const a = slopes(left);
    const b = slopes(left.map((one, at) => one + (h / 2) * (a[at] ?? 0)));
    const c = slopes(left.map((one, at) => one + (h / 2) * (b[at] ?? 0)));
    const d = slopes(left.map((one, at) => one + h * (c[at] ?? 0)));
    for (const at of left.keys()) {
      left[at] = (left[at] ?? 0) + (h / 6) * ((a[at] ?? 0) + 2 * (b[at] ?? 0) + 2 * (c[at] ?? 0) + (d[at] ?? 0));
    }
  }
  return left;
}

describe.each(['ideal', 'unifac'] as const)('an evaporating film (%s)', (kind) => {
  it('loses nothing but what it gives off, never has less than nothing, and never regains', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        const film = filmOf(parts, kind);
        const states = evaporate(film, hours);
        for (const [index, { left, gone }] of states.entries()) {
          for (const [at, start] of film.amounts.entries()) {
            const here = left[at] ?? Number.NaN;
            expect(Math.abs(here + (gone[at] ?? Number.NaN) - start)).toBeLessThanOrEqual(1e-9 * start);
            expect(here).toBeGreaterThanOrEqual(0);
            expect(here).toBeLessThanOrEqual(states[index - 1]?.left[at] ?? start);
          }
        }
      }),
    );
  });

  it('does not depend on the order of its components', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        const there = evaporate(filmOf(parts.toReversed(), kind), hours).map(({ left }) => [...left].reverse());
        for (const [index, { left }] of evaporate(filmOf(parts, kind), hours).entries()) {
          for (const [at, one] of left.entries()) expect(there[index]?.[at] ?? Number.NaN).toBeCloseTo(one, 8);
        }
      }),
    );
  });

  it('is the same film when a component is split in two', () => {
    fc.assert(
      fc.property(arbitraryParts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (parts, share) => {
        const [first, ...others] = parts as [Part, ...Part[]];
        const halves = [
          { ...first, amount: first.amount * share },
          { ...first, amount: first.amount * (1 - share) },
        ];
        const split = evaporate(filmOf([...halves, ...others], kind), hours);
        for (const [index, { left }] of evaporate(filmOf(parts, kind), hours).entries()) {
          const [one = 0, two = 0] = split[index]?.left ?? [];
          expect(one + two).toBeCloseTo(left[0] ?? Number.NaN, 8);
        }
      }),
    );
  });
});

describe('an evaporating film', () => {
  const rates = Float64Array.of(5e-3, 2e-4, 3e-5, 1e-6, 8e-7, 1e-4);
  const amounts = Float64Array.of(1, 0.05, 0.05, 0.02, 0.04, 0.03);

  it('comes to the same as the plainest integrator, ideal or not', () => {
    for (const activity of [idealActivity, unifac(groups, 298.15)]) {
      const film = { amounts, rates, activity };
      for (const seconds of [60, 600, 3600]) {
        const [state] = evaporate(film, [seconds]);
        for (const [at, plain] of byShortSteps(film, seconds, 4000).entries()) {
          expect(Math.abs((state?.left[at] ?? Number.NaN) - plain)).toBeLessThan(2e-3 * (amounts[at] ?? 0));
        }
      }
    }
  });

  it('changes little when its steps are far shorter', () => {
    const film = { amounts, rates, activity: unifac(groups, 298.15) };
    const fine = evaporate(film, hours, 2e-4);
    for (const [index, { left }] of evaporate(film, hours).entries()) {
      for (const [at, one] of left.entries()) {
        expect(Math.abs(one - (fine[index]?.left[at] ?? Number.NaN))).toBeLessThan(3e-3 * (amounts[at] ?? 0));
      }
    }
  });

  it('of one liquid goes at a steady rate, and is dry when that has used it up', () => {
    const film = { amounts: Float64Array.of(2), rates: Float64Array.of(0.5), activity: idealActivity };
    const [half, dry, after] = evaporate(film, [2, 4.000001, 100]);
    expect(half?.left[0]).toBeCloseTo(1, 12);
    expect([dry?.left[0], after?.left[0], after?.gone[0]]).toEqual([0, 0, 2]);
  });

  it('comes down to what is least volatile', () => {
    const film = { amounts, rates, activity: unifac(groups, 298.15) };
    const last = evaporate(film, [4 * 3600]).at(-1)?.left ?? new Float64Array();
    expect(last.indexOf(Math.max(...last))).toBe(4);
    expect(last[0]).toBeLessThan(1e-12);
  });

  it('of what does not evaporate stays as it is', () => {
    const film = { amounts: Float64Array.of(1, 2), rates: new Float64Array(2), activity: idealActivity };
    expect([...(evaporate(film, [1e6])[0]?.left ?? [])]).toEqual([1, 2]);
  });

  it('without anything in it gives off nothing', () => {
    const film = { amounts: new Float64Array(0), rates: new Float64Array(0), activity: idealActivity };
    expect(evaporate(film, [0, 1])).toHaveLength(2);
  });
});
