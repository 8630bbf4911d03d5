import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { scaleParts } from '#perfumery/formula/scale.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimal, decimalText, toNumber } from '#perfumery/units/decimal.ts';
import { arbitraryFormula, arbitraryProduct } from '#tests/arbitraries/formulas.ts';
import { amount, formulaOf, libraryMaterial, line, product, recipeId, trialId } from '#tests/fixtures/bench.ts';
import { costOf } from './cost.ts';

const priced = (id: string, perKilogram: string, currency = 'EUR', density?: number) =>
  libraryMaterial(id, density ? { density: { value: density, method: 'measured', source: 'test' } } : {}, {
    price: { perKilogram: amount(perKilogram), currency, date: '2026-11-01' },
  });

const shelf = [
  priced('hedione', '40', 'EUR', 1),
  priced('rose', '8000', 'EUR', 0.86),
  priced('musk', '70000', 'KRW', 1),
  priced('dpg', '5', 'EUR', 1.02),
  priced('ethanol', '4'),
  libraryMaterial('gift', { density: { value: 0.9, method: 'measured', source: 'test' } }),
];

const cost = (formula: Formula, made: Product = product(), rates: Record<string, string> = {}, accords = new Map()) =>
  costOf(formula, made, {
    accords,
    materialOf: (id) => shelf.find(({ material }: LibraryMaterial) => material.id === id),
    exchange: { currency: 'EUR', rates },
  });

describe('cost', () => {
  it('prices the concentrate, the batch with its carrier, and the bottle', () => {
    const answer = cost(
      formulaOf(line('hedione', '90'), line('rose', '10')),
      product({ dosage: '20', batch: '100', bottle: '50' }),
    );
    expect(decimalText(answer.concentratePerKilogram)).toBe('836');
    expect(decimalText(answer.batch)).toBe('17.04');
    expect(answer.unpriced).toEqual([]);
    // 18 g at 1 g/mL, 2 g at 0.86, 80 g of ethanol at 0.789: 121.72 mL weigh 100 g.
    expect(toNumber(answer.density)).toBeCloseTo(100 / (18 + 2 / 0.86 + 80 / 0.789), 6);
    expect(toNumber(answer.bottle)).toBeCloseTo((17.04 * toNumber(answer.bottleMass)) / 100, 6);
    expect(answer.assumedDensities).toEqual([{ materialId: 'ethanol', density: decimal('0.789') }]);
  });

  it('pays for a dilution as material and solvent', () => {
    const answer = cost(formulaOf(line('rose', '100', { dilution: '10', solvent: 'dpg' })));
    expect(decimalText(answer.concentratePerKilogram)).toBe('804.5');
    expect(answer.lines).toMatchObject([{ isComplete: true, perKilogram: decimal('804.5') }]);
  });

  it('opens accords', () => {
    const accords = new Map([[trialId('t1'), formulaOf(line('hedione', '1'), line('rose', '1'))]]);
    const ingredient = { kind: 'accord', recipeId: recipeId('r1'), trialId: trialId('t1') } as const;
    const answer = cost(formulaOf(line('accord', '50', { ingredient }), line('hedione', '50')), product(), {}, accords);
    expect(decimalText(answer.concentratePerKilogram)).toBe('2030');
  });

  it('says what has no price, with its share, and adds nothing for it', () => {
    const answer = cost(
      formulaOf(line('hedione', '75'), line('gift', '25'), line('nobody', '0')),
      product({ dosage: '20' }),
    );
    expect(answer.unpriced).toEqual([{ why: 'no-price', materialId: 'gift', lineIds: ['gift'], share: decimal('5') }]);
    expect(decimalText(answer.uncoveredOfConcentrate)).toBe('25');
    expect(decimalText(answer.concentratePerKilogram)).toBe('30');
    expect(answer.lines[1]).toEqual({ lineId: 'gift', cost: 0n, isComplete: false });
  });

  it('exchanges currencies at the rates it was given, and names those it was not', () => {
    const formula = formulaOf(line('musk', '100'));
    const exchanged = cost(formula, product({ dosage: '100', batch: '10' }), { KRW: '0.0006' });
    expect(decimalText(exchanged.batch)).toBe('0.42');
    expect(exchanged.paidIn).toEqual([{ currency: 'KRW', batch: decimal('700') }]);
    const unknown = cost(formula, product({ dosage: '100' }));
    expect(unknown.unpriced).toMatchObject([{ why: 'no-rate', currency: 'KRW', share: decimal('100') }]);
  });

  it('counts missing accords and unnamed solvents as not covered', () => {
    const ingredient = { kind: 'accord', recipeId: recipeId('r1'), trialId: trialId('gone') } as const;
    const answer = cost(formulaOf(line('accord', '50', { ingredient }), line('rose', '50', { dilution: '50' })));
    expect(answer.unpriced).toMatchObject([{ why: 'unnamed', lineIds: ['accord', 'rose'] }]);
    expect(decimalText(answer.uncoveredOfConcentrate)).toBe('75');
  });

  it('is nothing for a formula that weighs nothing', () => {
    expect(cost(formulaOf(line('rose', '0')))).toMatchObject({
      batch: 0n,
      bottle: 0n,
      concentratePerKilogram: 0n,
      uncoveredOfProduct: 0n,
    });
  });

  it('does not depend on how large the parts are written', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryProduct, fc.integer({ min: 2, max: 1000 }), (formula, made, factor) => {
        const larger = scaleParts(formula, decimal(String(factor)));
        expect(cost(larger, made).batch).toBe(cost(formula, made).batch);
      }),
    );
  });

  it('adds up: lines and fill make the batch', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryProduct, (formula, made) => {
        const answer = cost(formula, made);
        const lines = answer.lines.reduce((sum, one) => sum + one.cost, 0n);
        expect(answer.batch >= lines).toBe(true);
        if (formula.lines.some((one) => one.carrier && one.parts !== '0')) expect(answer.batch).toBe(lines);
      }),
    );
  });
});
