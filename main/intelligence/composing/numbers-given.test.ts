import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn, strangersIn } from './numbers-given.ts';

const values = (text: string) => numbersIn(text).map(({ value }) => value);

describe('numbers said in a text', () => {
  it('are read as people write them', () => {
    expect(values('limit 0.5 %, now 1,234.5 mg and 12,50 €')).toEqual([0.5, 1234.5, 12.5]);
    expect(values('카테고리 4에서 0.2%를 넘어 3만 원')).toEqual([4, 0.2, 30_000]);
    expect(values('between 2-3 h, −5 °C, １２ g, 1e-9')).toEqual([2, 3, -5, 12, 1e-9]);
    expect(values('10,000 won and 1.234.567')).toEqual([10_000, 1_234_567]);
  });

  it('are not the markers of a list, CAS numbers or parts of names', () => {
    expect(values('1. Take less\n2. Or none\n3) wait')).toEqual([]);
    expect(values('Linalool 78-70-6, C12, aldehyde_8, IFRA51')).toEqual([]);
    expect(values('1.5 parts')).toEqual([1.5]);
  });

  it('are strangers unless they were given, exactly or rounded to the places said', () => {
    expect(strangersIn('It is 0.53 %, the limit 0.5 %', [0.5273, '0.5 %'])).toEqual([]);
    expect(strangersIn('It is 0.54 %', [0.5273]).map(({ text }) => text)).toEqual(['0.54']);
    expect(strangersIn('about 1 %', [0.5273]).map(({ text }) => text)).toEqual(['1']);
    expect(strangersIn('no numbers at all', [])).toEqual([]);
    expect(strangersIn('78-70-6 and 91-64-5', ['Linalool 78-70-6']).map(({ text }) => text)).toEqual(['91-64-5']);
  });

  it('are never let through when nobody gave them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (said, given) => {
          fc.pre(Math.abs(said - given) > 1e-2 + given * 1e-6);
          const text = `the sum is ${said.toFixed(3)} % of it`;
          expect(strangersIn(text, [given]).length).toBe(Math.abs(Number(said.toFixed(3)) - given) <= 0.0005 ? 0 : 1);
          expect(strangersIn(text, [said])).toEqual([]);
        },
      ),
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => Array.isArray(numbersIn(text))));
  });
});
