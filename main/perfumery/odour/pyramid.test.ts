import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import { decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { arbitraryFormula } from '#tests/arbitraries/formulas.ts';
import { formulaOf, libraryMaterial, line, recipeId, trialId } from '#tests/fixtures/bench.ts';
import { familyShares } from './family-shares.ts';
import { pyramid } from './pyramid.ts';

const known = new Map(
  [
    libraryMaterial('bergamot', { role: 'top', family: 'citrus' }),
    libraryMaterial('hedione', { role: 'heart', family: 'floral' }),
    libraryMaterial('musk', { role: 'base', family: 'musk' }),
    libraryMaterial('linalool', { role: 'top', family: 'floral' }),
    libraryMaterial('odd', { role: 'none', family: 'green' }),
    libraryMaterial('dpg', { role: 'none', family: 'solvent', kind: 'solvent' }),
    libraryMaterial('ethanol', { role: 'none', family: 'solvent', kind: 'solvent' }),
  ].map(({ material }) => [material.id, material]),
);
const materialOf = (id: MaterialId) => known.get(id);
const shares = (formula: Formula, accords = new Map()) => {
  const { top, heart, base, unknown } = pyramid(formula, accords, materialOf);
  return [top, heart, base, unknown].map(decimalText);
};

describe('the pyramid', () => {
  it('counts what smells, not what is poured', () => {
    const formula = formulaOf(
      line('bergamot', '30'),
      line('hedione', '20'),
      line('musk', '500', { dilution: '10', solvent: 'dpg' }),
      line('dpg', '300'),
      line('ethanol', '900', { carrier: true }),
    );
    expect(shares(formula)).toEqual(['30', '20', '50', '0']);
  });

  it('keeps what it does not know apart', () => {
    expect(shares(formulaOf(line('bergamot', '50'), line('odd', '30'), line('gone', '20')))).toEqual([
      '50',
      '0',
      '0',
      '50',
    ]);
  });

  it('opens accords, and counts those it cannot open as unknown', () => {
    const ingredient = { kind: 'accord', recipeId: recipeId('r'), trialId: trialId('t') } as const;
    const formula = formulaOf(line('accord', '50', { ingredient }), line('musk', '50'));
    const accords = new Map([[trialId('t'), formulaOf(line('bergamot', '1'), line('hedione', '1'))]]);
    expect(shares(formula, accords)).toEqual(['25', '25', '50', '0']);
    expect(shares(formula)).toEqual(['0', '0', '50', '50']);
  });

  it('does not take a solvent that nobody named for a smell', () => {
    expect(shares(formulaOf(line('musk', '10', { dilution: '10' })))).toEqual(['0', '0', '100', '0']);
  });

  it('is all zero while nothing smells', () =>
    expect(shares(formulaOf(line('dpg', '3')))).toEqual(['0', '0', '0', '0']));

  it('always makes 100, and so do the families', () => {
    fc.assert(
      fc.property(arbitraryFormula(), (formula) => {
        const places = Object.values(pyramid(formula, new Map(), materialOf)).reduce((sum, share) => sum + share, 0n);
        fc.pre(places > 0n);
        expect(Math.abs(Number(places - 100n * one))).toBeLessThanOrEqual(4);
        const families = familyShares(formula, new Map(), materialOf).reduce((sum, { share }) => sum + share, 0n);
        expect(Math.abs(Number(families - 100n * one))).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('family shares', () => {
  it('stand largest first', () => {
    const formula = formulaOf(
      line('bergamot', '10'),
      line('hedione', '20'),
      line('linalool', '30'),
      line('gone', '40'),
    );
    expect(familyShares(formula, new Map(), materialOf)).toEqual([
      { family: 'floral', share: decimal('50') },
      { family: 'unknown', share: decimal('40') },
      { family: 'citrus', share: decimal('10') },
    ]);
  });

  it('are none for an empty formula', () => expect(familyShares(formulaOf(), new Map(), materialOf)).toEqual([]));
});
