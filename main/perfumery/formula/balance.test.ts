import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { arbitraryFormula } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
import { balance } from './balance.ts';
import type { Formula } from './formula.ts';
import { formulaTotals } from './formula-totals.ts';

const hundred = { total: decimal('100'), places: 2 };
const partsOf = (formula: Formula) => formula.lines.map(({ parts }) => parts);

describe('balancing', () => {
  it('brings thirds to exactly 100, the rest on the largest line', () => {
    const balanced = balance(formulaOf(line('a', '1'), line('b', '1'), line('c', '1')), hundred);
    expect(balanced).toHaveProperty('formula');
    if ('formula' in balanced) expect(partsOf(balanced.formula)).toEqual(['33.34', '33.33', '33.33']);
  });

  it('leaves locked lines and the carrier alone', () => {
    const formula = formulaOf(
      line('a', '12.3456', { locked: true }),
      line('b', '7'),
      line('c', '3'),
      line('ethanol', '400', { carrier: true }),
    );
    const balanced = balance(formula, { total: decimal('1000'), places: 1 });
    if (!('formula' in balanced)) throw balanced;
    expect(balanced.formula.lines[0]).toBe(formula.lines[0]);
    expect(balanced.formula.lines[3]).toBe(formula.lines[3]);
    expect(decimalText(formulaTotals(balanced.formula).concentrate)).toBe('1000');
  });

  it('does not round a trace away', () => {
    const balanced = balance(formulaOf(line('hedione', '9999'), line('geosmin', '0.1')), hundred);
    if (!('formula' in balanced)) throw balanced;
    expect(partsOf(balanced.formula)).toEqual(['99.999', '0.001']);
  });

  it('refuses when locked lines leave no room, or nothing can move', () => {
    const full = formulaOf(line('a', '120', { locked: true }), line('b', '1'));
    expect(balance(full, hundred)).toEqual({ refused: 'locked-exceed', locked: decimal('120') });
    expect(balance(formulaOf(line('a', '0')), hundred)).toMatchObject({ refused: 'nothing-to-balance' });
    expect(balance(formulaOf(line('a', '50', { locked: true })), hundred)).toMatchObject({
      refused: 'nothing-to-balance',
    });
  });

  it('always totals exactly, keeps every line above nothing and what it was within 5 %', () => {
    const totals = fc.constantFrom(decimal('100'), decimal('1000'));
    fc.assert(
      fc.property(arbitraryFormula(30), totals, fc.integer({ min: 0, max: 4 }), (formula, total, places) => {
        const balanced = balance(formula, { total, places });
        if (!('formula' in balanced)) return;
        expect(formulaTotals(balanced.formula).concentrate).toBe(total);
        const free = formula.lines.filter((one) => !one.locked && !one.carrier);
        const before = free.reduce((sum, one) => sum + decimal(one.parts), 0n);
        const room = free.length === 0 ? 0n : total - formulaTotals(formula).concentrate + before;
        for (const [index, one] of formula.lines.entries()) {
          const now = balanced.formula.lines[index]!;
          if (one.locked || one.carrier) expect(now).toBe(one);
          else {
            const exact = decimal(one.parts) * room;
            const got = decimal(now.parts) * before;
            const off = got > exact ? got - exact : exact - got;
            // A billionth of a part is as fine as parts go.
            expect(off * 20n <= exact || off <= 30n * before).toBe(true);
          }
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryFormula(), (formula) => {
        const once = balance(formula, { total: decimal('100'), places: 9 });
        if (!('formula' in once)) return;
        expect(balance(once.formula, { total: decimal('100'), places: 9 })).toEqual(once);
      }),
    );
  });
});
