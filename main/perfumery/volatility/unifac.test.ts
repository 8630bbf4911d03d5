import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookAzeotropes } from '#tests/fixtures/textbook-azeotropes.ts';
import { azeotropeBy } from './azeotrope.ts';
import { unifac } from './unifac.ts';
import { unifacGroupsOf } from './unifac-groups.ts';
import { unifacGroups, unifacInteraction } from './unifac-parameters.ts';

function coefficients(temperature: number, parts: readonly (readonly [smiles: string, amount: number])[]): number[] {
  const into = new Float64Array(parts.length);
  unifac(
    parts.map(([smiles]) => unifacGroupsOf(smiles)),
    temperature,
  )(
    Float64Array.from(parts, ([, amount]) => amount),
    into,
  );
  return [...into];
}

const ethanol = 'CCO';
const acetone = 'CC(=O)C';
const liquids = [ethanol, acetone, 'O', 'CCCCCC', 'c1ccccc1', 'CC(=CCCC(C)(C=C)O)C', 'CC1=CCC(CC1)C(=C)C', 'CCOC(C)=O'];

describe('UNIFAC', () => {
  it('comes to the worked example of acetone in pentane at 307 K (Poling, Prausnitz, O’Connell 2001, example 8-12)', () => {
    const [one, two] = coefficients(307, [
      [acetone, 0.047],
      ['CCCCC', 0.953],
    ]);
    expect(one).toBeCloseTo(4.99, 1);
    expect(two).toBeCloseTo(1.005, 3);
  });

  it('comes to the worked example of diethylamine in heptane at 308.15 K (Smith, Van Ness, Abbott 2005, appendix H)', () => {
    const [one, two] = coefficients(308.15, [
      ['CCNCC', 0.4],
      ['CCCCCCC', 0.6],
    ]);
    expect(one).toBeCloseTo(1.133, 2);
    expect(two).toBeCloseTo(1.047, 2);
  });

  for (const { name, smiles, temperature, share, antoine } of textbookAzeotropes) {
    it(`finds the azeotrope of ${name}`, () => {
      const found = azeotropeBy(
        unifac(
          smiles.map((one) => unifacGroupsOf(one)),
          temperature + 273.15,
        ),
        antoine.map((pressure) => pressure(temperature)),
      );
      expect(found?.share).toBeGreaterThan(share - 0.03);
      expect(found?.share).toBeLessThan(share + 0.03);
      expect((found?.pressure ?? 0) / 101.325).toBeGreaterThan(0.96);
      expect((found?.pressure ?? 0) / 101.325).toBeLessThan(1.04);
    });
  }

  it('is 1 for a pure liquid, and for a mixture of a liquid with itself', () => {
    for (const smiles of liquids) {
      expect(coefficients(298.15, [[smiles, 2]])[0]).toBeCloseTo(1, 12);
      for (const one of coefficients(298.15, [
        [smiles, 1],
        [smiles, 3],
      ])) {
        expect(one).toBeCloseTo(1, 12);
      }
    }
  });

  it('keeps the Gibbs-Duhem equation at any composition', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...liquids),
        fc.constantFrom(...liquids),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (a, b, x) => {
          const at = (share: number) =>
            coefficients(298.15, [
              [a, share],
              [b, 1 - share],
            ]).map(Math.log) as [number, number];
          const [low, high] = [at(x - 1e-5), at(x + 1e-5)];
          expect(x * (high[0] - low[0]) + (1 - x) * (high[1] - low[1])).toBeCloseTo(0, 7);
        },
      ),
    );
  });

  it('leaves a material without groups ideal and the others as if it were not there', () => {
    const alone = coefficients(298.15, [
      [ethanol, 1],
      ['CCCCCC', 2],
    ]);
    const beside = coefficients(298.15, [
      [ethanol, 1],
      ['C1=CC=C2C(=C1)C=CN2', 5],
      ['CCCCCC', 2],
    ]);
    expect(beside[1]).toBe(1);
    expect([beside[0], beside[2]]).toEqual(alone);
  });

  it('has parameters both ways or not at all, and none of a group on itself', () => {
    const mains = [...new Set(Object.values(unifacGroups).map(({ main }) => main))];
    for (const m of mains) {
      expect(unifacInteraction(m, m)).toBe(0);
      for (const n of mains) expect(unifacInteraction(m, n) === undefined).toBe(unifacInteraction(n, m) === undefined);
    }
  });
});
