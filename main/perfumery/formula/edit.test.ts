import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import { decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { arbitraryFormula, decimalsBetween } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, lineId, materialId } from '#tests/fixtures/bench.ts';
import { applyChange, changeBetween, invertChange } from './change.ts';
import {
  addLine,
  checkedFormula,
  moveLine,
  removeLines,
  replaceLines,
  setAmount,
  setCarrier,
  setDilution,
  setLocked,
  setNote,
} from './edit.ts';
import type { Formula } from './formula.ts';
import { mostLines } from './formula-limits.ts';
import { swapLine } from './swap.ts';

const three = formulaOf(line('a', '1'), line('b', '2', { dilution: '10', solvent: 'dpg' }), line('c', '3'));
const ids = (formula: Formula) => formula.lines.map(({ id }) => id);
const reason = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (isStudioError(error, 'formula.invalid')) return error.facts.reason;
    if (isStudioError(error)) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('edits', () => {
  it('add, move, replace and remove lines', () => {
    expect(ids(addLine(three, line('d', '4'), 1))).toEqual(['a', 'd', 'b', 'c']);
    expect(ids(moveLine(three, lineId('a'), 2))).toEqual(['b', 'c', 'a']);
    expect(ids(moveLine(three, lineId('c'), -5))).toEqual(['c', 'a', 'b']);
    expect(ids(replaceLines(three, [lineId('b'), lineId('c')], [line('x', '1'), line('y', '1')]))).toEqual([
      'a',
      'x',
      'y',
    ]);
    expect(ids(replaceLines(three, [], [line('x', '1')]))).toEqual(['a', 'b', 'c', 'x']);
    expect(ids(removeLines(three, [lineId('b'), lineId('gone')]))).toEqual(['a', 'c']);
  });

  it('set one thing and leave the rest', () => {
    expect(setAmount(three, lineId('a'), '12,50').lines[0]).toEqual({ ...three.lines[0], parts: '12.5' });
    expect(setLocked(three, lineId('a'), true).lines[0]).toEqual({ ...three.lines[0], locked: true });
    expect(setCarrier(three, lineId('a'), true).lines[0]).toEqual({ ...three.lines[0], carrier: true });
    expect(setNote(three, lineId('a'), '\u1112\u1161\u11ab').lines[0]).toEqual({ ...three.lines[0], note: '한' });
  });

  it('drop the solvent of what is neat', () => {
    expect(setDilution(three, lineId('b'), '100', materialId('dpg')).lines[1]).not.toHaveProperty('solventId');
    expect(setDilution(three, lineId('a'), '10', materialId('dpg')).lines[0]).toMatchObject({
      dilution: '10',
      solventId: 'dpg',
    });
  });

  it.each([
    ['amount-negative', () => setAmount(three, lineId('a'), '-1')],
    ['amount-absurd', () => setAmount(three, lineId('a'), '1000000001')],
    ['amount-not-a-number', () => setAmount(three, lineId('a'), 'x')],
    ['dilution-out-of-range', () => setDilution(three, lineId('a'), '0')],
    ['dilution-out-of-range', () => setDilution(three, lineId('a'), '100.1')],
    ['line-missing', () => setAmount(three, lineId('gone'), '1')],
    ['line-missing', () => moveLine(three, lineId('gone'), 1)],
    ['line-twice', () => addLine(three, line('a', '1'))],
    ['recipe.too-long', () => checkedFormula({ lines: Array.from({ length: mostLines + 1 }, () => line('a', '1')) })],
  ])('refuse with %s', (why, act) => expect(reason(act)).toBe(why));

  it('never touch the formula they were given, and can be taken back', () => {
    fc.assert(
      fc.property(arbitraryFormula(), fc.nat(), fc.integer({ min: -2, max: 14 }), (formula, pick, to) => {
        const chosen = formula.lines[pick % Math.max(1, formula.lines.length)];
        fc.pre(chosen !== undefined);
        const frozen = structuredClone(formula);
        for (const after of [
          moveLine(formula, chosen!.id, to),
          removeLines(formula, [chosen!.id]),
          setAmount(formula, chosen!.id, '1'),
        ]) {
          expect(applyChange(after, invertChange(changeBetween(formula, after)))).toEqual(formula);
        }
        expect(formula).toEqual(frozen);
      }),
    );
  });
});

describe('swapping', () => {
  it('keeps the odour mass when a neat material is put in at ten percent', () => {
    const ingredient = { kind: 'material', materialId: materialId('geosmin') } as const;
    const swapped = swapLine(three, lineId('a'), { ingredient, dilution: decimal('10'), solventId: materialId('dpg') });
    expect(swapped.lines[0]).toEqual({ ...three.lines[0], ingredient, parts: '10', dilution: '10', solventId: 'dpg' });
  });

  it('takes less of what is stronger', () => {
    const { ingredient } = three.lines[2]!;
    const swapped = swapLine(three, lineId('b'), { ingredient, dilution: decimal('100'), factor: decimal('0.5') });
    expect(swapped.lines[1]).toMatchObject({ parts: '0.1', dilution: '100' });
    expect(swapped.lines[1]).not.toHaveProperty('solventId');
  });

  it('refuses a strength of nothing, and a line that is not there', () => {
    const { ingredient } = three.lines[0]!;
    expect(reason(() => swapLine(three, lineId('a'), { ingredient, dilution: decimal('0') }))).toBe(
      'dilution-out-of-range',
    );
    expect(reason(() => swapLine(three, lineId('gone'), { ingredient, dilution: one }))).toBe('line-missing');
  });

  it('keeps parts × dilution to a billionth, there and back', () => {
    fc.assert(
      fc.property(
        decimalsBetween(0, 1_000_000),
        decimalsBetween(1000, 100_000_000),
        decimalsBetween(1000, 100_000_000),
        (parts, from, to) => {
          const formula = formulaOf(line('a', parts, { dilution: from }));
          const { ingredient } = formula.lines[0]!;
          const swapped = swapLine(formula, lineId('a'), { ingredient, dilution: decimal(to) }).lines[0]!;
          const off = decimal(swapped.parts) * decimal(to) - decimal(parts) * decimal(from);
          expect((off < 0n ? -off : off) * 2n <= decimal(to)).toBe(true);
          expect(swapped.dilution).toBe(decimalText(decimal(to)));
        },
      ),
    );
  });
});
