import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalText } from '#perfumery/units/decimal.ts';
import { arbitraryFormula } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
import { compareFormulas } from './compare-formulas.ts';
import type { Formula } from './formula.ts';

const told = (...formulas: Formula[]) =>
  compareFormulas(formulas).map(({ ingredient, shares, isSame }) => [
    ingredient.kind === 'material' ? ingredient.materialId : ingredient.trialId,
    shares.map(decimalText),
    isSame,
  ]);

it('sets the neat share of each ingredient side by side, what differs most first', () => {
  const first = formulaOf(line('rose', '50'), line('musk', '40', { dilution: '10' }), line('hedione', '10'));
  const second = formulaOf(line('musk', '4'), line('hedione', '10'), line('iris', '86'));
  const third = formulaOf(line('rose', '90'), line('hedione', '10'), line('ethanol', '900', { carrier: true }));
  expect(told(first, second, third)).toEqual([
    ['rose', ['50', '0', '90'], false],
    ['iris', ['0', '86', '0'], false],
    ['musk', ['4', '4', '0'], false],
    ['hedione', ['10', '10', '10'], true],
  ]);
});

it('counts lines of the same ingredient together, and a formula is the same as itself in any amount', () => {
  expect(told(formulaOf(line('rose', '1'), line('rose', '2', { id: 'b' })), formulaOf(line('rose', '30')))).toEqual([
    ['rose', ['100', '100'], true],
  ]);
  fc.assert(
    fc.property(arbitraryFormula(), (formula) => {
      for (const { isSame } of compareFormulas([formula, { lines: formula.lines.toReversed() }])) {
        expect(isSame).toBe(true);
      }
    }),
  );
});
