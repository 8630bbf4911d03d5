import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '#perfumery/formula/formula.ts';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { arbitraryFormula, arbitraryProduct } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, lineId, product } from '#tests/fixtures/bench.ts';
import { mixtureOf } from './mixture.ts';

const shares = (formula: Formula, of = product()) =>
  mixtureOf(formula, of, new Map()).portions.map(({ materialId, share }) => [materialId, share]);

describe('the mixture', () => {
  it('is the concentrate at its dosage, filled up with the carrier', () => {
    const formula = formulaOf(line('hedione', '60'), line('musk', '40', { dilution: '10', solvent: 'dpg' }));
    const found = new Map(shares(formula, product({ dosage: '20' })) as [string, number][]);
    expect(found.get('ethanol')).toBe(0.8);
    expect(found.get('hedione')).toBeCloseTo(0.12, 15);
    expect(found.get('musk')).toBeCloseTo(0.008, 15);
    expect(found.get('dpg')).toBeCloseTo(0.072, 15);
  });

  it('goes by the carrier lines where there are any', () => {
    const formula = formulaOf(
      line('hedione', '30'),
      line('ethanol', '60', { carrier: true }),
      line('water', '10', { carrier: true }),
    );
    expect(shares(formula)).toEqual([
      ['ethanol', 0.6],
      ['hedione', 0.3],
      ['water', 0.1],
    ]);
  });

  it('keeps what nobody named apart', () =>
    expect(
      mixtureOf(formulaOf(line('musk', '10', { dilution: '25' })), product({ dosage: '40' }), new Map()).unnamed,
    ).toBe(0.3));

  it('is nothing of nothing', () =>
    expect(mixtureOf(formulaOf(), product(), new Map())).toEqual({ portions: [], unnamed: 0 }));

  it('is all of the product', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryProduct, (formula, of) => {
        const { portions, unnamed } = mixtureOf(formula, of, new Map());
        fc.pre(portions.length > 0);
        expect(portions.reduce((sum, { share }) => sum + share, unnamed)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('does not depend on the order of lines, nor on one being split in two', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryProduct, (formula, of) => {
        const before = shares(formula, of);
        expect(shares({ lines: formula.lines.toReversed() }, of)).toEqual(before);
        const [first, ...others] = formula.lines;
        if (!first) return;
        const parts = decimal(first.parts);
        const some = parts / 3n;
        const split = [
          { ...first, parts: decimalText(some) },
          { ...first, id: lineId('the rest'), parts: decimalText(parts - some) },
        ];
        expect(shares({ lines: [...others, ...split] }, of)).toEqual(before);
      }),
    );
  });
});
