import { expect, it } from 'vitest';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { type Decimal, decimal } from '#perfumery/units/decimal.ts';
import { amount, formulaOf, line, materialId, product } from '#tests/fixtures/bench.ts';
import { departuresFrom } from './departures.ts';

const perfume = { formula: formulaOf(line('rose', '1')), product: product({ dosage: '20' }), accords: new Map() };
const needs = {
  cost: { concentratePerKilogram: decimal('200'), uncoveredOfConcentrate: 0n as Decimal },
  answer: { categories: [] } as Pick<SafetyAnswer, 'categories'>,
  exchange: { currency: 'EUR', rates: { USD: '0.5' } },
  today: '2026-11-21',
};
const ceiling = (perKilogram: string, currency = 'EUR') => ({
  limits: { forbidden: [], costCeiling: { perKilogram: amount(perKilogram), currency } },
});
const whys = (brief: Parameters<typeof departuresFrom>[0], more: Partial<typeof needs> = {}) =>
  departuresFrom(brief, perfume, { ...needs, ...more }).map(({ why }) => why);

it('a cost departs above the ceiling, in any currency there is a rate for, and is unknown without its prices', () => {
  expect(whys(ceiling('200'))).toEqual([]);
  expect(whys(ceiling('199.99'))).toEqual(['cost-over']);
  expect(whys(ceiling('399', 'USD'))).toEqual(['cost-over']);
  expect(whys(ceiling('400', 'USD'))).toEqual([]);
  expect(whys(ceiling('400', 'KRW'))).toEqual(['cost-no-rate']);
  const cost = { ...needs.cost, uncoveredOfConcentrate: decimal('3') };
  expect(whys(ceiling('900'), { cost })).toEqual(['cost-unknown']);
});

it('tells forbidden materials, the carrier included, a dosage too high, a category not judged, a day gone by', () => {
  const limits = {
    forbidden: [materialId('rose'), materialId('ethanol'), materialId('musk')],
    highestDosage: amount('15'),
    category: '5A' as const,
  };
  expect(whys({ deadline: '2026-11-20', limits })).toEqual([
    'deadline-passed',
    'forbidden',
    'forbidden',
    'category',
    'verdict',
    'dosage-over',
  ]);
  expect(whys({ deadline: '2026-11-21', limits: { forbidden: [] } })).toEqual([]);
});
