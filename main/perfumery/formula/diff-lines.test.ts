import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#perfumery/units/decimal.ts';
import { arbitraryFormula } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
import { diffLines } from './diff-lines.ts';

const before = formulaOf(line('bergamot', '60'), line('hedione', '20'), line('vanillin', '20'));

describe('the difference between two formulas', () => {
  it('tells added, removed and changed lines with their shares', () => {
    const after = formulaOf(line('bergamot', '50'), line('vanillin', '20'), line('musk', '30'));
    expect(diffLines(before, after)).toEqual({
      isReordered: false,
      rows: [
        {
          what: 'changed',
          before: before.lines[0],
          after: after.lines[0],
          shareBefore: decimal('60'),
          shareAfter: decimal('50'),
          fields: ['parts'],
        },
        { what: 'added', after: after.lines[2], shareAfter: decimal('30') },
        { what: 'removed', before: before.lines[1], shareBefore: decimal('20') },
      ],
    });
  });

  it('recognises a line that was typed in anew by its ingredient', () => {
    const retyped = formulaOf(
      line('bergamot', '60', { id: 'x1' }),
      line('hedione', '25', { id: 'x2' }),
      line('vanillin', '20', { id: 'x3' }),
    );
    expect(diffLines(before, retyped).rows).toMatchObject([
      { what: 'changed', before: { id: 'hedione' }, after: { id: 'x2' } },
    ]);
  });

  it('pairs the same ingredient by strength where it stands twice', () => {
    const twice = formulaOf(line('rose', '1', { id: 'a' }), line('rose', '5', { id: 'b', dilution: '10' }));
    const anew = formulaOf(line('rose', '6', { id: 'c', dilution: '10' }), line('rose', '1', { id: 'd' }));
    expect(diffLines(twice, anew).rows).toMatchObject([
      { what: 'changed', before: { id: 'b' }, after: { id: 'c' }, fields: ['parts'] },
    ]);
  });

  it('says when only the order is different', () => {
    expect(diffLines(before, { lines: before.lines.toReversed() })).toEqual({ rows: [], isReordered: true });
  });

  it('is empty between a formula and itself, and accounts for every line otherwise', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryFormula(), (a, b) => {
        expect(diffLines(a, a)).toEqual({ rows: [], isReordered: false });
        const { rows } = diffLines(a, b);
        const count = (what: string) => rows.filter((row) => row.what === what).length;
        expect(a.lines.length - count('removed') + count('added')).toBe(b.lines.length);
      }),
    );
  });
});
