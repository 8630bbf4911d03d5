import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { molecularWeight } from './molecular-weight.ts';

describe('a molecular weight', () => {
  it.each([
    ['C10H18O', 154.253],
    ['C2H6O', 46.069],
    ['C8H8O3', 152.149],
    ['C14H18N2O5', 294.307],
    ['C8H7N', 117.151],
    ['C10H18OS', 186.313],
    ['CH4', 16.043],
    ['H2O', 18.015],
    ['ClNa', 58.44],
  ])('follows from the formula: %s', (formula, weight) => {
    expect(molecularWeight(formula)).toBe(weight);
  });

  it.each([
    '',
    'linalool',
    'c10h18o',
    'C10H18O ',
    'C10 H18 O',
    'C1H4',
    'C0H4',
    'C02H6O',
    'C10H18Xx',
    'H18C10O',
    'C10OH18',
    'CH3OH',
    'CH2(OH)2',
    'C10H17O-',
    'OH2',
    'C99999',
    '10',
  ])('is undefined for %j', (formula) => {
    expect(molecularWeight(formula)).toBeUndefined();
  });

  const counts = fc.record({ c: fc.integer({ min: 2, max: 60 }), h: fc.integer({ min: 2, max: 120 }), o: fc.nat(12) });
  const written = (symbol: string, count: number) => (count === 0 ? '' : symbol + (count === 1 ? '' : count));
  const weigh = ({ c, h, o }: { c: number; h: number; o: number }) =>
    molecularWeight(written('C', c) + written('H', h) + written('O', o)) ?? Number.NaN;

  it('grows by that of methylene with every further methylene', () => {
    fc.assert(
      fc.property(counts, (formula) => {
        expect(weigh({ ...formula, c: formula.c + 1, h: formula.h + 2 }) - weigh(formula)).toBeCloseTo(14.027, 9);
      }),
    );
  });

  it('of two molecules that become one less water loses that of water', () => {
    fc.assert(
      fc.property(counts, counts, (acid, alcohol) => {
        const ester = { c: acid.c + alcohol.c, h: acid.h + alcohol.h - 2, o: acid.o + alcohol.o };
        expect(weigh(acid) + weigh({ ...alcohol, o: alcohol.o + 1 }) - weigh(ester)).toBeCloseTo(18.015, 9);
      }),
    );
  });

  it('is positive or undefined, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(molecularWeight(text) ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
