import { describe, expect, it } from 'vitest';
import { decimalText } from './decimal.ts';
import { type DecimalMark, markShownBy, readNumber } from './written-number.ts';

const read = (written: string, mark?: DecimalMark) => {
  const number = readNumber(written, mark);
  return 'value' in number ? decimalText(number.value) : number.refused;
};

describe('written numbers', () => {
  it.each([
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['33,3', '33.3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0,125', '0.125'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1 234,5', '1234.5'],
    ["1'234.5", '1234.5'],
    ['１２．５', '12.5'],
    ['−3', '-3'],
    ['+3', '3'],
    ['1.250', '1.25'],
  ])('reads %s as %s', (written, value) => {
    expect(read(written)).toBe(value);
  });

  it('never guesses what a lone 1,250 means, and believes who knows', () => {
    expect(read('1,250')).toBe('ambiguous');
    expect(read('1,250', 'comma')).toBe('1.25');
    expect(read('1,250', 'point')).toBe('1250');
    expect(read('1.250', 'comma')).toBe('1250');
  });

  it.each(['', '  '])('says that nothing stands in %j', (written) => expect(read(written)).toBe('empty'));

  it.each(['abc', '1/3', '1e3', '--1', '1,2,3', '12,34,567', '.', '1.2.3', '=1+1'])('refuses %s', (written) => {
    expect(read(written)).toBe('not-a-number');
  });

  it('sees in a number which mark its column uses', () => {
    expect(markShownBy('12,5')).toBe('comma');
    expect(markShownBy('1.234,50')).toBe('comma');
    expect(markShownBy('1,234.50')).toBe('point');
    expect(markShownBy('1,250')).toBeUndefined();
    expect(markShownBy('12')).toBeUndefined();
  });
});
