import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCasCell } from './read-cas-cell.ts';
import { readDeadlineCell } from './read-deadline-cell.ts';
import { readLimitCell } from './read-limit-cell.ts';
import { readNoteCeiling } from './read-note-ceiling.ts';

const limit = (percent: string) => ({ state: 'limit', percent });

describe('a limit cell', () => {
  it.each([
    [0.4, '0.4'],
    [1.6000000000000001e-4, '0.00016'],
    ['0,10', '0.1'],
    ['2,0', '2'],
    ['0,0020', '0.002'],
    ['0.0050', '0.005'],
    ['0.000010', '0.00001'],
    ['0.0015 (5-MOP)', '0.0015'],
    ['1.6000000000000001E-4', '0.00016'],
    [100, '100'],
  ])('%j is a limit of %s', (cell, percent) => expect(readLimitCell(cell)).toEqual(limit(percent)));

  it.each([
    ['No Restriction', 'no-restriction'],
    ['No restriction', 'no-restriction'],
    ['See Notebox ', 'see-note'],
    ['0.0 (Prohibited)', 'prohibited'],
  ])('%j is a state', (cell, state) => expect(readLimitCell(cell)).toEqual({ state }));

  it.each([null, undefined, '', '  '])('%j is blank, which is neither zero nor free', (cell) =>
    expect(readLimitCell(cell)).toBe('blank'),
  );

  it.each([0, -1, 101, '0', 'n/a', '1.2.3', '0.1 ppm', '0.1 (10-MOP)', '>0.5', '1 000', true, new Date(0), Number.NaN])(
    '%j is refused',
    (cell) => expect(readLimitCell(cell)).toBeUndefined(),
  );

  it('reads a number and its text in either notation as the same', () => {
    const hundredths = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(hundredths, (n) => {
        const text = (n / 100).toFixed(2);
        expect(readLimitCell(text)).toEqual(readLimitCell(n / 100));
        expect(readLimitCell(text.replace('.', ','))).toEqual(readLimitCell(n / 100));
      }),
    );
  });
});

describe('a CAS cell', () => {
  it('reads numbers with remarks and passes over e.g. and not applicable', () => {
    const cell = 'e.g.:\r\n68737-61-1 (mixed isomers)\r\n110-80-5 (ether)\n\nNot applicable.';
    expect(readCasCell(cell)).toEqual({ clauses: [{ cas: ['68737-61-1', '110-80-5'] }], faults: [] });
  });

  it('keeps apart what stands under sub-headings that change the rule', () => {
    const cell = [
      'Prohibition of Tagetes erecta:\r\n90131-43-4\r\n8016-84-0\r\n',
      'Restriction and Specification of Tagetes patula:\r\n91722-29-1\r\n8016-84-0',
    ].join('\r\n');
    expect(readCasCell(cell).clauses).toEqual([
      { cas: ['90131-43-4', '8016-84-0'], kinds: ['prohibition'] },
      { cas: ['91722-29-1', '8016-84-0'], kinds: ['restriction', 'specification'] },
    ]);
  });

  it('refuses a mistyped digit, prose and a sub-heading that names no kind', () => {
    expect(readCasCell('78-70-5\nsee below\nIsomers:').faults).toEqual([
      { text: '78-70-5', why: 'cas-check-digit' },
      { text: 'see below', why: 'cas-unreadable' },
      { text: 'Isomers:', why: 'cas-unreadable' },
    ]);
  });
});

describe('a note with a ceiling', () => {
  it.each([
    ['does not exceed 0.01% (100 ppm).', '0.01'],
    ['in the product does not exceed 100ppm (0.01).', '0.01'],
    ['does not exceed 0.0013%.', '0.0013'],
    ['must not exceed 0,5 %', '0.5'],
  ])('%j states %s %%', (note, ceiling) => expect(readNoteCeiling(note)).toBe(ceiling));

  it.each(['', 'is prohibited', 'does not exceed 100ppm (0.1)', 'shall not exceed 100', 'does not exceed a trace'])(
    '%j states none that is sure',
    (note) => expect(readNoteCeiling(note)).toBeUndefined(),
  );
});

describe('a deadline cell', () => {
  it.each([
    ['October 30, 2025', '2025-10-30'],
    ['30 Oct 2025', '2025-10-30'],
    ['2025-10-30', '2025-10-30'],
    [new Date(Date.UTC(2025, 9, 30)), '2025-10-30'],
    ['December 1991', '1991-12'],
    ['1991-12', '1991-12'],
    ['Not applicable.', 'none'],
    [null, 'none'],
  ])('%j is %s', (cell, date) => expect(readDeadlineCell(cell)).toBe(date));

  it.each(['February 30, 2025', 'soon', '30/10/2025', 2025, 'Ma 2025'])('%j is told and left out', (cell) =>
    expect(readDeadlineCell(cell)).toBeUndefined(),
  );
});
