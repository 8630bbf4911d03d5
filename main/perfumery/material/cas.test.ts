import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCas } from './cas.ts';

const numbers = fc
  .tuple(fc.integer({ min: 10, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([head, middle]) => {
    const digits = `${head}${String(middle).padStart(2, '0')}`;
    const sum = [...digits].reduce((total, digit, index) => total + (digits.length - index) * Number(digit), 0);
    return `${digits.slice(0, -2)}-${digits.slice(-2)}-${sum % 10}`;
  });

describe('CAS numbers', () => {
  it.each(['78-70-6', '64-17-5', '54464-57-2', '1450625-49-6'])('are read as they stand: %s', (cas) => {
    expect(parseCas(cas)).toEqual({ ok: true, cas });
  });

  it.each([
    ' 78-70-6 ',
    'CAS 78-70-6',
    'CAS-No.: 78-70-6',
    'cas rn 78-70-6',
    'CAS#78-70-6',
    '000078-70-6',
    '78 - 70 - 6',
    '78\u201370\u20136',
    '78\u221270\u22126',
    '７８－７０－６',
  ])('are brought to their plain form: %j', (text) => {
    expect(parseCas(text)).toEqual({ ok: true, cas: '78-70-6' });
  });

  it.each([
    '',
    'linalool',
    '78706',
    '78-7-06',
    '7-70-6',
    '0-00-0',
    '12345678-12-1',
    '78-70-6, 126-91-0',
    '78.70.6',
    '=78-70-6',
    '78-70-',
  ])('are refused by their form: %j', (text) => {
    expect(parseCas(text)).toEqual({ ok: false, reason: 'form' });
  });

  it.each(['78-70-5', '87-70-6', '54464-75-2'])('are refused by their check digit: %s', (text) => {
    expect(parseCas(text)).toEqual({ ok: false, reason: 'check-digit' });
  });

  it('come back as they went in when they are plain', () => {
    fc.assert(
      fc.property(numbers, (cas) => {
        expect(parseCas(cas)).toEqual({ ok: true, cas });
      }),
    );
  });

  it('betray a wrong last digit', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (cas, slip) => {
        const mistyped = cas.slice(0, -1) + ((Number(cas.at(-1)) + slip) % 10);
        expect(parseCas(mistyped)).toEqual({ ok: false, reason: 'check-digit' });
      }),
    );
  });

  it('betray two neighbouring digits that changed places', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (cas, at) => {
        const digits = cas.replaceAll('-', '').slice(0, -1);
        const place = at % (digits.length - 1);
        const [left = '', right = ''] = digits.slice(place, place + 2);
        fc.pre(left !== right && !(place === 0 && right === '0'));
        const swapped = digits.slice(0, place) + right + left + digits.slice(place + 2);
        const text = `${swapped.slice(0, -2)}-${swapped.slice(-2)}-${cas.at(-1)}`;
        expect(parseCas(text)).toEqual({ ok: false, reason: 'check-digit' });
      }),
    );
  });

  it('are never made of arbitrary text by accident, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseCas(text);
        if (parsed.ok) expect(parsed.cas).toMatch(/^[1-9]\d{1,6}-\d\d-\d$/);
        else expect(['form', 'check-digit']).toContain(parsed.reason);
      }),
    );
  });
});
