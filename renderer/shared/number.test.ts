import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, decimalOf, decimalText } from '#perfumery/units/decimal.ts';
import { numbersIn } from './number.ts';

const en = numbersIn('en');
const gap = '\u00a0';

test('percentages keep three significant digits and their unit', () => {
  expect(en.percent(decimal('0.04123'))).toBe(`0.0412${gap}%`);
  expect(en.percent(decimal('11.249'))).toBe(`11.2${gap}%`);
  expect(en.percent(decimal('100'))).toBe(`100${gap}%`);
  expect(en.percent(decimal('0'))).toBe(`0${gap}%`);
});

test('what is about to be written is told to the last digit', () => {
  expect(en.percentExact(decimal('5.1069'))).toBe(`5.1069${gap}%`);
  expect(en.exact(decimal('1234.000000001'))).toBe('1,234.000000001');
});

test('a total just over its limit never reads like the limit', () => {
  expect(en.percentsApart(decimal('0.100004'), decimal('0.1'))).toEqual([`0.100004${gap}%`, `0.1${gap}%`]);
  expect(en.percentsApart(decimal('0.1'), decimal('0.1'))).toEqual([`0.1${gap}%`, `0.1${gap}%`]);
});

test('any two different amounts up to 100 % read differently', () => {
  const amount = fc.bigInt({ min: 0n, max: 100_000_000_000n });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      fc.pre(a !== b);
      const [left, right] = en.percentsApart(decimal(decimalText(a)), decimal(decimalText(b)));
      expect(left).not.toBe(right);
    }),
  );
});

test('a ratio is never rounded across the limit', () => {
  expect(en.ratio(1 + Number.EPSILON)).toBe(`101${gap}%`);
  expect(en.ratio(0.9999)).toBe(`99${gap}%`);
  expect(en.ratio(1)).toBe(`100${gap}%`);
  expect(en.ratio(0.001)).toBe(`<${gap}1${gap}%`);
  expect(en.ratio(51.2)).toBe(`5,120${gap}%`);
});

test('money is told in its currency, small sums with more decimals', () => {
  expect(en.money(decimal('1234.5'), 'EUR')).toBe('€1,234.50');
  expect(en.money(decimal('0.0312'), 'EUR')).toBe('€0.0312');
  expect(numbersIn('ko').money(decimal('12345'), 'KRW')).toBe('₩12,345');
});

test('masses, volumes and days have their unit', () => {
  expect(en.gram(decimalOf(43.4567))).toBe(`43.46${gap}g`);
  expect(en.millilitre(decimal('50'))).toBe(`50${gap}mL`);
  expect(en.day('2026-11-21')).toBe('21 Nov 2026');
  expect(numbersIn('ko').day('2026-11-21')).toBe('2026. 11. 21.');
});
