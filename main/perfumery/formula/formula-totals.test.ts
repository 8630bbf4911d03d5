import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { arbitraryFormula } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, materialId, product } from '#tests/fixtures/bench.ts';
import { concentrateMass, effectiveDosage, formulaTotals, lineShares } from './formula-totals.ts';

const cologne = formulaOf(
  line('bergamot', '60'),
  line('galbanum', '20', { dilution: '10', solvent: 'dpg' }),
  line('dpg', '20'),
);

describe('totals', () => {
  it('count what smells without solvents', () => {
    const totals = formulaTotals(cologne, (id) => id === materialId('dpg'));
    expect(decimalText(totals.concentrate)).toBe('100');
    expect(decimalText(totals.active)).toBe('62');
  });

  it('let carrier lines overrule the dosage', () => {
    const finished = formulaOf(...cologne.lines, line('ethanol', '300', { carrier: true }));
    expect(decimalText(effectiveDosage(cologne, product({ dosage: '8' })))).toBe('8');
    expect(decimalText(effectiveDosage(finished, product({ dosage: '8' })))).toBe('25');
    expect(decimalText(concentrateMass(finished, product({ batch: '50' })))).toBe('12.5');
  });

  it('ignore a carrier line that weighs nothing yet', () => {
    const started = formulaOf(...cologne.lines, line('ethanol', '0', { carrier: true }));
    expect(decimalText(effectiveDosage(started, product({ dosage: '8' })))).toBe('8');
  });

  it('give shares of the concentrate and of the product', () => {
    const shares = lineShares(cologne, decimal('15'));
    const bergamot = shares.get(cologne.lines[0]!.id);
    expect(decimalText(bergamot!.ofConcentrate)).toBe('60');
    expect(decimalText(bergamot!.ofProduct)).toBe('9');
  });

  it('add up: shares of the concentrate make 100', () => {
    fc.assert(
      fc.property(arbitraryFormula(), (formula) => {
        const { concentrate } = formulaTotals(formula);
        fc.pre(concentrate > 0n);
        const sum = [...lineShares(formula, decimal('10')).values()].reduce(
          (all, { ofConcentrate }) => all + ofConcentrate,
          0n,
        );
        const off = sum - decimal('100');
        expect(off <= 12n && off >= -12n).toBe(true);
      }),
    );
  });
});
