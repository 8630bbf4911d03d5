import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellText, guarded, unguarded } from './cell-text.ts';
import { toCsv } from './csv.ts';

it('guards what a spreadsheet would run, and leaves numbers alone', () => {
  expect(toCsv([['=HYPERLINK("x")', '+cmd', '-2+3', '@SUM(A1)', '-5', 12.5, '＝1']])).toBe(
    '\ufeff"\'=HYPERLINK(""x"")",\'+cmd,\'-2+3,\'@SUM(A1),-5,12.5,\'＝1\r\n',
  );
});

it('quotes what would break a row', () => {
  expect(toCsv([['a,b', 'c"d', 'e\nf', ' g']])).toBe('\ufeff"a,b","c""d","e\nf"," g"\r\n');
});

it('gives guarded text back as it was', () => {
  expect(cellText("'=1+1")).toBe('=1+1');
  expect(cellText("'quoted'")).toBe("'quoted'");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', "'", '-', 'a', '1', '@') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).toMatch(/^(?![=@]|[+-](?!\d))/);
    }),
  );
});
