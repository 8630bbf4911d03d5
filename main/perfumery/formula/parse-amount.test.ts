import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { decimalsBetween } from '#tests/arbitraries/formulas.ts';
import { changedAmount, parseAmount } from './parse-amount.ts';

const said = (typed: string) => {
  const amount = parseAmount(typed);
  if (amount.does === 'refuse') return amount.why;
  if (amount.does === 'change') return `${amount.how} ${decimalText(amount.value)}`;
  return `${decimalText(amount.value)} ${amount.unit ?? '-'}`;
};

describe('the amount cell', () => {
  it.each([
    ['12,5', '12.5 -'],
    ['12.5', '12.5 -'],
    ['1.5g', '1.5 gram'],
    ['150 mg', '150 milligram'],
    ['3 drops', '3 drop'],
    ['3방울', '3 drop'],
    ['2%', '2 percent'],
    ['2 퍼센트', '2 percent'],
    ['０．５ ｍＬ', '0.5 millilitre'],
    ['500 µL', '0.5 millilitre'],
    ['1 kg', '1000 gram'],
    ['40 parts', '40 parts'],
    ['1,234.5', '1234.5 -'],
    ['+5', 'add 5'],
    ['* 2', 'multiply 2'],
    ['×1,5', 'multiply 1.5'],
    ['/4', 'divide 4'],
    ['0', '0 -'],
  ])('reads %s', (typed, meant) => expect(said(typed)).toBe(meant));

  it.each([
    ['', 'empty'],
    ['-5', 'negative'],
    ['−5 g', 'negative'],
    ['1/3', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['g', 'not-a-number'],
    ['1e9', 'not-a-number'],
    ['3 stones', 'unknown-unit'],
    ['3 constructor', 'unknown-unit'],
    ['1,250', 'ambiguous'],
    ['99999999999', 'absurd'],
    ['101 %', 'absurd'],
    ['/0', 'by-zero'],
    ['1\u202e2', '12 -'],
  ])('answers %j with %s', (typed, why) => expect(said(typed)).toBe(why));

  it('applies a change to what is there, within what a line may hold', () => {
    expect(changedAmount(decimal('3'), { does: 'change', how: 'divide', value: decimal('4') })).toBe(decimal('0.75'));
    expect(
      changedAmount(decimal('900000000'), { does: 'change', how: 'multiply', value: decimal('2') }),
    ).toBeUndefined();
  });

  it('reads back every amount it would show', () => {
    fc.assert(
      fc.property(decimalsBetween(0, 2_000_000_000), fc.constantFrom(' g', 'mg', ' mL', '방울', ''), (value, unit) => {
        const amount = parseAmount(value + unit);
        expect(amount).toMatchObject({ does: 'set', value: decimal(value) });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(parseAmount(typed)).toHaveProperty('does');
      }),
    );
  });
});
