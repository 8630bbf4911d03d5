import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '#perfumery/formula/formula.ts';
import { type DecimalText, decimal, decimalOf, decimalText, one } from '#perfumery/units/decimal.ts';
import { accordLine, accords, formula, line, onShelf, smallRegulation } from '#tests/fixtures/safety-tables.ts';
import { categories } from './category.ts';
import { createJudge } from './judge.ts';

const judge = createJudge({ regulation: smallRegulation, materials: onShelf });

const judged = (recipe: Formula, dosage: string, within = accords()) =>
  judge(recipe, { product: { dosage: dosage as DecimalText, category: '4' }, accords: within });

const billionths = (most: number) => fc.integer({ min: 1, max: most }).map(BigInt);

/** Total of citral and its verdicts in fractions, by the definition and nothing else. */
function citralByHand(rows: readonly { id: string; parts: bigint; dilution: bigint }[], dosage: bigint) {
  let part = 0n;
  let whole = 0n;
  for (const { id, parts, dilution } of rows) {
    const { cas = [], constituents = [] } = onShelf(id as never) ?? {};
    const isCitral = cas.includes('5392-40-5');
    const within = constituents.filter((c) => ['141-27-5', '106-26-3'].includes(c.cas));
    const share = isCitral ? 100n * one : within.reduce((sum, c) => sum + decimalOf(c.typical), 0n);
    part += parts * dilution * share * dosage;
    whole += parts;
  }
  const hundred = 100n * one;
  const mass = whole * hundred * hundred;
  return { total: (2n * part + mass) / (2n * mass), isOver: (limit: bigint) => part > limit * mass };
}

describe('a judgement', () => {
  it('is what fractions say, to the last digit', () => {
    const row = fc.record({
      id: fc.constantFrom('citral', 'lemon', 'bergamot', 'iso-e-super', 'linalool'),
      parts: billionths(2_000_000_000),
      dilution: fc.constantFrom(100n * one, 50n * one, 10n * one, one / 3n),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), billionths(2_000_000_000), (rows, dosage) => {
        const lines = rows.map(({ id, parts, dilution }, at) =>
          line(id, decimalText(parts), { id: `l${at}`, dilution: decimalText(dilution), solvent: 'dpg' }),
        );
        const { total, isOver } = citralByHand(rows, dosage);
        const found = judged(formula(...lines), decimalText(dosage)).findings.find(
          (finding) => finding.key === 'citral',
        );
        expect(found?.total ?? '0').toBe(decimalText(total));
        for (const category of categories) {
          const limits = smallRegulation.ifra.standards.find((standard) => standard.key === 'citral')?.limits;
          const limit = limits?.[category];
          if (limit?.state !== 'limit' || !found) continue;
          expect(found.cells[category].verdict).toBe(isOver(decimal(limit.percent)) ? 'over-limit' : 'pass');
          expect(found.cells[category].ratio > 1).toBe(isOver(decimal(limit.percent)));
        }
      }),
    );
  });

  it('sees a billionth of a part in a million', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: 1_000_000n * one }), (oakmoss) => {
        const verdict = (parts: bigint) =>
          judged(formula(line('oakmoss', decimalText(parts)), line('dpg', decimalText(99n * oakmoss))), '10')
            .findings[0]?.cells['4'];
        expect(verdict(oakmoss)).toEqual({ verdict: 'pass', limit: '0.1', ratio: 1 });
        expect(verdict(oakmoss - 1n)?.verdict).toBe('pass');
        expect(verdict(oakmoss + 1n)?.verdict).toBe('over-limit');
        expect(verdict(oakmoss + 1n)?.ratio).toBeGreaterThan(1);
      }),
    );
  });

  it('survives accords nested a hundred deep, with numbers no float can hold', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `a${at}`,
        formula(
          at === 0 ? line('oakmoss', '0.999999937') : accordLine(`a${at - 1}`, '0.999999937'),
          line('dpg', '0.000104729'),
        ),
      ]),
    );
    const answer = judged(formula(accordLine('a99', 1), line('dpg', 1)), '20', accords(chain));
    const expected = 10 * (0.999999937 / 1.000104666) ** 100;
    expect(Number(answer.findings[0]?.total)).toBeCloseTo(expected, 8);
    expect(answer.categories[3]?.ratio).toBeCloseTo(expected / 0.1, 6);
    expect(answer.categories[3]?.verdict).toBe('over-limit');
    expect(Number(answer.categories[3]?.highestDosage)).toBeCloseTo((0.1 / expected) * 20, 3);
  });
});
