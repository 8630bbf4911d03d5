import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalNumber,
  grammarOf,
  jsonList,
  jsonObject,
  jsonQuotation,
  jsonText,
  jsonWord,
  jsonWordOfMany,
  literal,
  repeated,
  wholeNumber,
} from './gbnf.ts';

/** Our parts use what GBNF and regular expressions share; quotes are all that differs. */
function matcher(part: string): RegExp {
  const source = part.replace(/"((?:[^"\\]|\\.)*)"|\[(?:[^\]\\]|\\.)*\]| /g, (found, text?: string) => {
    if (found === ' ') return '';
    if (text === undefined) return found;
    return `(?:${text.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`;
  });
  return new RegExp(`^(?:${source})$`, 'u');
}

describe('a grammar', () => {
  it('lets through the numbers between two bounds, and no other', () => {
    const bounds = fc.tuple(fc.nat(3000), fc.nat(3000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(bounds, fc.nat(4000), ([least, most], tried) => {
        const rule = matcher(wholeNumber(least, most));
        expect(rule.test(String(tried))).toBe(tried >= least && tried <= most);
        expect(rule.test(`0${tried}`)).toBe(false);
      }),
    );
    const thousand = matcher(wholeNumber(1, 1000));
    const allowed = Array.from({ length: 1200 }, (_, number) => number).filter((number) =>
      thousand.test(String(number)),
    );
    expect(allowed).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
  });

  it('lets through decimals up to a bound', () => {
    const rule = matcher(decimalNumber(0, 20, 2));
    for (const good of ['0', '0.5', '19.99', '20', '7']) expect(rule.test(good), good).toBe(true);
    for (const bad of ['20.01', '21', '1e25', '.5', '0.555', '007']) expect(rule.test(bad), bad).toBe(false);
  });

  it('lets through the JSON it describes, and it parses', () => {
    const rule = matcher(
      jsonObject([
        ['say', jsonText(20)],
        ['of', jsonList(jsonWord(['"a"', 'b']), 0, 2)],
      ]),
    );
    for (const value of [
      { say: 'so "so" \\', of: ['b'] },
      { say: '', of: [] },
      { say: '향', of: ['"a"', 'b'] },
    ]) {
      const text = JSON.stringify(value);
      expect(rule.test(text), text).toBe(true);
    }
    expect(rule.test('{"say":"x","of":["c"]}')).toBe(false);
    expect(rule.test('{"say":"x","of":["b","b","b"]}')).toBe(false);
  });

  it('lets through each of many words and no part of one, however they begin', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '"', '향', '-'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), word, (words, tried) => {
        const rule = matcher(jsonWordOfMany(words));
        for (const one of words) expect(rule.test(JSON.stringify(one)), one).toBe(true);
        expect(rule.test(JSON.stringify(tried))).toBe(words.includes(tried));
      }),
    );
  });

  it('lets a quotation begin where a word begins and stay on its line', () => {
    const quotation = jsonQuotation('a "b"\ncd', 'q');
    expect(quotation?.part).toBe('"\\"" ("a" (q1)? | "b" (q4)? | "c" (q7)?) "\\""');
    expect(quotation?.rules).toEqual({
      q0: '"a" q1?',
      q1: '" " q2?',
      q2: '"\\\\\\"" q3?',
      q3: '"b" q4?',
      q4: '"\\\\\\""',
      q6: '"c" q7?',
      q7: '"d"',
    });
    expect(jsonQuotation(' ,.\n', 'q')).toBeUndefined();
  });

  it('counts repetitions', () => {
    const rule = matcher(repeated(literal('x'), { least: 2, most: 3, between: literal('-') }));
    expect(['x', 'x-x', 'x-x-x', 'x-x-x-x'].map((text) => rule.test(text))).toEqual([false, true, true, false]);
  });

  it('names its rules', () => {
    expect(grammarOf('line', { line: literal('a\n') })).toBe('root ::= line\nline ::= "a\\n"\n');
  });
});
