import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, toNumber } from '#perfumery/units/decimal.ts';
import { arbitraryFormula, arbitraryProduct, decimalsBetween } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { type AmountUnit, amountScale, amountsOf, partsFor } from './amounts.ts';
import type { Formula, Line } from './formula.ts';

const volumes = { density: decimal('0.8'), dropVolume: decimal('0.05') };
const plain = { dropVolume: decimal('0.05') };
const accord = formulaOf(line('bergamot', '30'), line('hedione', '50'), line('iso-e-super', '20'));

const withParts = (formula: Formula, of: Line, parts: bigint): Formula => ({
  lines: formula.lines.map((one) => (one.id === of.id ? { ...one, parts: decimalText(parts) } : one)),
});

describe('amounts', () => {
  it('say one line in every unit', () => {
    const scale = amountScale(accord, product({ dosage: '20', batch: '100' }));
    const { parts, percent, percentOfProduct, gram, milligram, millilitre, drop } = amountsOf(
      accord.lines[1]!,
      scale,
      volumes,
    );
    expect([parts, percent, percentOfProduct, gram, milligram].map(decimalText)).toEqual([
      '50',
      '50',
      '10',
      '10',
      '10000',
    ]);
    expect([millilitre, drop].map((value) => decimalText(value!))).toEqual(['12.5', '250']);
  });

  it('leave volumes out while the density is unknown', () => {
    const amounts = amountsOf(accord.lines[0]!, amountScale(accord, product()), plain);
    expect(amounts).not.toHaveProperty('millilitre');
    expect(amounts).not.toHaveProperty('drop');
  });

  it('take the whole formula as the batch once it has its own carrier', () => {
    const finished = formulaOf(...accord.lines, line('ethanol', '400', { carrier: true }));
    const scale = amountScale(finished, product({ dosage: '3', batch: '50' }));
    expect(decimalText(amountsOf(finished.lines[0]!, scale, plain).gram)).toBe('3');
    expect(decimalText(amountsOf(finished.lines[3]!, scale, plain).percent)).toBe('80');
  });

  it('turn grams into the parts that weigh exactly that afterwards', () => {
    const scale = amountScale(accord, product({ dosage: '20', batch: '100' }));
    const answer = partsFor(decimal('10'), 'gram', { line: accord.lines[2]!, scale, volumes });
    expect(answer).toEqual({ parts: decimal('80') });
  });

  it('refuse more than there is room for, negatives, and volumes of unknown density', () => {
    const at = {
      line: accord.lines[0]!,
      scale: amountScale(accord, product({ dosage: '20', batch: '100' })),
      volumes: plain,
    };
    expect(partsFor(decimal('20'), 'gram', at)).toEqual({ refused: 'more-than-the-batch' });
    expect(partsFor(decimal('100'), 'percent', at)).toEqual({ refused: 'more-than-the-batch' });
    expect(partsFor(decimal('-1'), 'parts', at)).toEqual({ refused: 'negative' });
    expect(partsFor(decimal('1'), 'drop', at)).toEqual({ refused: 'density-unknown' });
  });

  it('let a first line set the scale', () => {
    const first = formulaOf(line('hedione', '0'));
    const at = { line: first.lines[0]!, scale: amountScale(first, product()), volumes };
    expect(partsFor(decimal('1.5'), 'gram', at)).toEqual({ parts: decimal('1.5') });
  });

  it('show again what was typed, in any unit and any formula', () => {
    const typed = fc.constantFrom<AmountUnit>('percent', 'gram', 'milligram', 'millilitre', 'drop');
    fc.assert(
      fc.property(
        arbitraryFormula(),
        arbitraryProduct,
        typed,
        decimalsBetween(1, 50_000_000),
        fc.nat(),
        (formula, made, unit, value, pick) => {
          const chosen = formula.lines[pick % Math.max(1, formula.lines.length)];
          fc.pre(chosen !== undefined);
          const scale = amountScale(formula, made);
          const answer = partsFor(decimal(value), unit, { line: chosen!, scale, volumes });
          fc.pre('parts' in answer && answer.parts > 1000n);
          const others = formula.lines.filter(({ id, carrier }) => id !== chosen!.id && (chosen!.carrier || !carrier));
          fc.pre(others.some(({ parts }) => decimal(parts) > 0n));
          const after = withParts(formula, chosen!, (answer as { parts: bigint }).parts);
          const line = after.lines.find(({ id }) => id === chosen!.id)!;
          const amounts = amountsOf(line, amountScale(after, made), volumes);
          // Nobody weighs less than a few micrograms, and a billionth of a gram is as fine as grams go.
          fc.pre(amounts.gram > 4000n);
          const shown = amounts[unit];
          expect(Math.abs(toNumber(shown!) / toNumber(decimal(value)) - 1)).toBeLessThan(1e-3);
        },
      ),
    );
  });
});
