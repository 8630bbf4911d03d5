/** @file Arbitrary formulas: any lines a bench may hold, ids unique, amounts with up to six decimals. */
import fc from 'fast-check';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { categories } from '#perfumery/safety/category.ts';
import { decimalText } from '#perfumery/units/decimal.ts';

/** A decimal between `least` and `most`, both in millionths. */
export const decimalsBetween = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((millionths) => decimalText(BigInt(millionths) * 1000n));

const someId = fc.constantFrom('linalool', 'hedione', 'galbanum-oil', 'iso-e-super', 'vanillin', 'own-base');

export const arbitraryLine: fc.Arbitrary<Line> = fc
  .record({
    id: fc.uuid(),
    materialId: someId,
    parts: fc.oneof(decimalsBetween(0, 2_000_000_000), decimalsBetween(0, 1000)),
    dilution: fc.oneof(fc.constant(decimalText(100_000_000_000n)), decimalsBetween(1, 100_000_000)),
    solventId: fc.option(fc.constantFrom('dpg', 'ethanol'), { nil: undefined }),
    locked: fc.boolean(),
    carrier: fc.boolean(),
    note: fc.string({ maxLength: 30, unit: 'grapheme' }),
  })
  .map(({ id, materialId, solventId, ...rest }) => ({
    ...rest,
    id: id as LineId,
    ingredient: { kind: 'material' as const, materialId: materialId as MaterialId },
    ...(solventId && rest.dilution !== '100' && { solventId: solventId as MaterialId }),
  }));

export const arbitraryFormula = (most = 12): fc.Arbitrary<Formula> =>
  fc.uniqueArray(arbitraryLine, { maxLength: most, selector: ({ id }) => id }).map((lines) => ({ lines }));

export const arbitraryProduct: fc.Arbitrary<Product> = fc
  .record({
    category: fc.constantFrom(...categories),
    dosage: decimalsBetween(1, 100_000_000),
    batch: decimalsBetween(1000, 2_000_000_000),
    bottle: decimalsBetween(1000, 500_000_000),
  })
  .map((rest) => ({ ...rest, type: 'eau-de-parfum', carrierId: 'ethanol' as MaterialId }));
