import { expect, test } from 'vitest';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { turnRates } from './turn-rates.ts';

const text = (value: string) => value as DecimalText;

test('rates are told anew through the rate between the old and the new currency', () => {
  const inEuro = { USD: text('0.8'), GBP: text('1.2') };
  expect(turnRates(inEuro, 'EUR', 'USD')).toEqual({ EUR: '1.25', GBP: '1.5' });
});

test('turned there and back, rates are what they were', () => {
  const inEuro = { USD: text('0.8'), GBP: text('1.2') };
  const inDollar = turnRates(inEuro, 'EUR', 'USD') ?? {};
  expect(turnRates(inDollar, 'USD', 'EUR')).toEqual(inEuro);
});

test('without a rate to the new currency the old rates mean nothing', () => {
  expect(turnRates({ USD: text('0.8') }, 'EUR', 'KRW')).toBeUndefined();
  expect(turnRates({}, 'EUR', 'KRW')).toBeUndefined();
});

test('a rate too small to write down is never kept as nought', () => {
  expect(turnRates({ KRW: text('0.000000001'), XAU: text('100000000000000') }, 'EUR', 'XAU')).toBeUndefined();
});
