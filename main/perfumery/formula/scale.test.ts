import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { roundToStep } from '#perfumery/units/rounding.ts';
import { arbitraryFormula, arbitraryProduct } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { formulaTotals, lineShares } from './formula-totals.ts';
import { scaleParts, scaleToBatch, weighOut } from './scale.ts';

const centigram = decimal('0.01');
const chypre = formulaOf(
  line('bergamot', '300'),
  line('patchouli', '650'),
  line('geosmin', '0.5'),
  line('oakmoss', '49.5'),
);

describe('weighing out', () => {
  it('lists grams to the step of the scale, the carrier last, adding up to the batch', () => {
    const { rows, total, concentrate, carrier } = weighOut(chypre, product({ dosage: '20', batch: '50' }), centigram);
    expect(rows.map(({ weigh }) => decimalText(weigh))).toEqual(['3', '6.5', '0.01', '0.5', '39.99']);
    expect([total, concentrate, carrier].map(decimalText)).toEqual(['50', '10.01', '39.99']);
    expect(rows.at(-1)).toMatchObject({ materialId: 'ethanol', isCarrier: true });
    expect(rows.at(-1)).not.toHaveProperty('lineId');
  });

  it('hints at a dilution that makes a tiny dose ten steps of the scale', () => {
    const { rows } = weighOut(chypre, product({ dosage: '20', batch: '50' }), centigram);
    expect(rows[2]!.hint).toEqual({ how: 'dilute', percent: decimal('1'), grams: decimal('0.5') });
    expect(decimalText(rows[2]!.error)).toBe('100');
    expect(rows[0]).not.toHaveProperty('hint');
  });

  it('counts the dilution a line already has', () => {
    const weak = formulaOf(line('hedione', '999.5'), line('geosmin', '0.5', { dilution: '1', solvent: 'dpg' }));
    const { rows } = weighOut(weak, product({ dosage: '20', batch: '50' }), centigram);
    expect(rows[1]!.hint).toEqual({ how: 'larger-batch', batch: decimal('100') });
    const larger = weighOut(weak, product({ dosage: '20', batch: '120' }), centigram);
    expect(larger.rows[1]!.hint).toEqual({ how: 'dilute', percent: decimal('0.1'), grams: decimal('0.12') });
  });

  it('uses the carrier lines a formula has of its own', () => {
    const finished = formulaOf(line('hedione', '10'), line('ethanol', '90', { carrier: true }));
    const { rows, concentrate } = weighOut(finished, product({ dosage: '50', batch: '30' }), centigram);
    expect(rows.map(({ weigh }) => decimalText(weigh))).toEqual(['3', '27']);
    expect(decimalText(concentrate)).toBe('3');
  });

  it('gives an empty sheet for a formula that weighs nothing', () => {
    expect(weighOut(formulaOf(line('hedione', '0')), product(), centigram).rows).toEqual([]);
  });

  it('always adds up to the batch as the scale shows it, and hints whenever a dose is poor', () => {
    fc.assert(
      fc.property(
        arbitraryFormula(),
        arbitraryProduct,
        fc.constantFrom('1', '0.1', '0.01', '0.001', '0.05'),
        (formula, made, step) => {
          const resolution = decimal(step);
          const { rows, total, concentrate, carrier } = weighOut(formula, made, resolution);
          fc.pre(rows.length > 0);
          expect(rows.reduce((sum, { weigh }) => sum + weigh, 0n)).toBe(total);
          expect(total).toBe(roundToStep(decimal(made.batch), resolution));
          expect(concentrate + carrier).toBe(total);
          for (const row of rows) {
            expect(row.weigh % resolution).toBe(0n);
            if (!row.isCarrier && row.exact >= 1000n && row.exact < resolution) expect(row.hint).toBeDefined();
            if (row.hint?.how === 'dilute') expect(row.hint.grams >= 10n * resolution).toBe(true);
          }
        },
      ),
    );
  });
});

describe('scaling', () => {
  it('writes the grams to weigh into the parts', () => {
    const inGrams = scaleToBatch(chypre, product({ dosage: '20', batch: '50' }), centigram);
    expect(inGrams.lines.map(({ parts }) => parts)).toEqual(['3', '6.5', '0.01', '0.5']);
  });

  it('keeps a dose that would round to nothing', () => {
    const inGrams = scaleToBatch(chypre, product({ dosage: '20', batch: '5' }), centigram);
    expect(inGrams.lines[2]!.parts).toBe('0.0005');
  });

  it('changes the batch, never the perfume', () => {
    fc.assert(
      fc.property(arbitraryFormula(), fc.integer({ min: 1, max: 1000 }), (formula, factor) => {
        const larger = scaleParts(formula, decimal(String(factor)));
        expect(formulaTotals(larger).total).toBe(formulaTotals(formula).total * BigInt(factor));
        expect(lineShares(larger, decimal('10'))).toEqual(lineShares(formula, decimal('10')));
      }),
    );
  });
});
