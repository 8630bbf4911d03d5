import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, one } from './decimal.ts';
import { percentOf, roundToFigures, roundToPlaces, roundToStep, scaled } from './rounding.ts';

const text = (value: bigint) => decimalText(value);

describe('rounding', () => {
  it('rounds half away from zero, as people do on paper', () => {
    expect(text(roundToPlaces(decimal('2.345'), 2))).toBe('2.35');
    expect(text(roundToPlaces(decimal('-2.345'), 2))).toBe('-2.35');
    expect(text(roundToPlaces(decimal('2.5'), 0))).toBe('3');
    expect(text(roundToStep(decimal('1.03'), decimal('0.05')))).toBe('1.05');
  });

  it('keeps figures, and whole digits always', () => {
    expect(text(roundToFigures(decimal('123.456789'), 4))).toBe('123.5');
    expect(text(roundToFigures(decimal('0.000123456'), 3))).toBe('0.000123');
    expect(text(roundToFigures(decimal('123456.7'), 3))).toBe('123457');
  });

  it('takes percentages of nothing as nothing', () => {
    expect(percentOf(one, 0n)).toBe(0n);
    expect(text(percentOf(decimal('1'), decimal('8')))).toBe('12.5');
  });

  it('is never further off than half a step', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 10n ** 12n), (value, step) => {
        const off = roundToStep(value, step) - value;
        expect((off < 0n ? -off : off) * 2n <= step).toBe(true);
        expect(roundToStep(value, step) % step).toBe(0n);
      }),
    );
  });

  it('scales by a ratio to the nearest billionth whatever the signs', () => {
    const near = fc.bigInt(-(10n ** 15n), 10n ** 15n);
    fc.assert(
      fc.property(near, near, near, (a, b, c) => {
        fc.pre(c !== 0n);
        const off = scaled(a, b, c) * c - a * b;
        expect((off < 0n ? -off : off) * 2n <= (c < 0n ? -c : c)).toBe(true);
      }),
    );
  });
});
