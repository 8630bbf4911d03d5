import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Accords, Formula, Line } from '#perfumery/formula/formula.ts';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import {
  accordLine,
  accords,
  formula,
  ids,
  line,
  onShelf,
  shelf,
  smallRegulation,
} from '#tests/fixtures/safety-tables.ts';
import type { SafetyAnswer } from './answer.ts';
import { applyFix } from './apply-fix.ts';
import type { Category } from './category.ts';
import { createJudge } from './judge.ts';

const judge = createJudge({ regulation: smallRegulation, materials: onShelf });
const none = accords();

interface Case {
  readonly recipe: Formula;
  readonly dosage: DecimalText;
}

const judged = ({ recipe, dosage }: Case, within: Accords = none) =>
  judge(recipe, { product: { dosage, category: '4' }, accords: within });

const known = shelf.filter((one) => !one.id.startsWith('own-')).map((one) => one.id as string);
const modest = [
  'oakmoss',
  'bergamot',
  'lemon',
  'citral',
  'aurantiol',
  'mhc',
  'moc',
  'neroli',
  'iso-e-super',
  'linalool',
  'dpg',
  'peru-oil',
  'benzyl-benzoate',
];
const thousandths = (most: number) => fc.integer({ min: 1, max: most }).map((n) => decimalText(BigInt(n) * 1_000_000n));
const dilutions = fc.constantFrom('100', '100', '50', '10', '1', '33.3');

const lineOf = (materials: readonly string[], carrier: fc.Arbitrary<boolean>) =>
  fc.record({ id: fc.constantFrom(...materials), parts: thousandths(200_000), dilution: dilutions, carrier });

function cases(
  materials: readonly string[] = known,
  carrier: fc.Arbitrary<boolean> = fc.constant(false),
): fc.Arbitrary<Case> {
  return fc
    .record({
      rows: fc.array(lineOf(materials, carrier), { minLength: 1, maxLength: 9 }),
      dosage: thousandths(40_000),
      filler: thousandths(4_000_000),
    })
    .map(({ rows, dosage, filler }) => ({
      dosage,
      recipe: formula(
        ...rows.map((row, at) =>
          line(row.id, row.parts, { id: `l${at}`, dilution: row.dilution, solvent: 'dpg', carrier: row.carrier }),
        ),
        line('iso-e-super', filler, { id: 'filler' }),
      ),
    }));
}

const withCarriers = (materials?: readonly string[]) => cases(materials, fc.boolean());
const anyCase = fc.oneof(cases(), withCarriers(), cases(modest), withCarriers(modest));

/** What has to stay the same when a formula is only written differently. */
function essence(answer: SafetyAnswer) {
  const declared = answer.allergens.flatMap(({ findings }) =>
    findings.map(({ key, percent, declareLeaveOn, declareRinseOff }) => ({
      key,
      percent,
      declareLeaveOn,
      declareRinseOff,
    })),
  );
  return {
    dosage: answer.dosage,
    categories: answer.categories.map(({ category, verdict, limiting, highestDosage, ratio, total, limit }) => ({
      ...{ category, verdict, limiting, highestDosage, total, limit },
      ratio: Math.fround(ratio),
    })),
    findings: answer.findings.map(({ key, total, cells }) => ({
      ...{ key, total },
      cells: Object.values(cells).map(({ verdict, limit, ratio }) => ({ verdict, limit, ratio: Math.fround(ratio) })),
    })),
    euLaw: answer.euLaw.findings.map(({ key, percent, verdict }) => ({ key, percent, verdict })),
    declared,
  };
}

const parts = (one: Line, amount: bigint, id = one.id): Line => ({ ...one, id, parts: decimalText(amount) });

describe('a verdict does not change', () => {
  it('when lines change places', () => {
    fc.assert(
      fc.property(
        anyCase.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.recipe.lines], { minLength: one.recipe.lines.length }),
          ),
        ),
        ([one, lines]) => {
          expect(essence(judged({ ...one, recipe: { lines } }))).toEqual(essence(judged(one)));
        },
      ),
    );
  });

  it('when a line is split in two', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.integer({ min: 0, max: 1000 }), (one, pick, share) => {
        const { lines } = one.recipe;
        const at = pick % lines.length;
        const chosen = lines[at] as Line;
        const first = (decimal(chosen.parts) * BigInt(share)) / 1000n;
        const split = [parts(chosen, first), parts(chosen, decimal(chosen.parts) - first, ids.line('other half'))];
        expect(
          essence(judged({ ...one, recipe: { lines: [...lines.slice(0, at), ...split, ...lines.slice(at + 1)] } })),
        ).toEqual(essence(judged(one)));
      }),
    );
  });

  it('when some of its lines become an accord, and some of those another', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.constantFrom('top', 'accord', 'inner'), { minLength: 10, maxLength: 10 }),
        (one, places) => {
          const inPlace = (place: string) =>
            one.recipe.lines.filter((l, at) => (l.carrier ? 'top' : places[at]) === place);
          const sum = (lines: readonly Line[]) => lines.reduce((total, l) => total + decimal(l.parts), 0n);
          const inner = inPlace('inner');
          const nested = inner.length > 0 ? [accordLine('inner', decimalText(sum(inner)))] : [];
          const accord = [...inPlace('accord'), ...nested];
          const top = [
            ...inPlace('top'),
            ...(accord.length > 0 ? [accordLine('accord', decimalText(sum(accord)))] : []),
          ];
          const within = accords({ accord: formula(...accord), inner: formula(...inner) });
          expect(essence(judged({ ...one, recipe: formula(...top) }, within))).toEqual(essence(judged(one)));
        },
      ),
    );
  });

  it('when the batch is scaled', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 2, max: 100_000 }), (one, factor) => {
        const lines = one.recipe.lines.map((l) => parts(l, decimal(l.parts) * BigInt(factor)));
        expect(essence(judged({ ...one, recipe: { lines } }))).toEqual(essence(judged(one)));
      }),
    );
  });

  it('when it is asked twice', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(judged(one)).toEqual(judged(one));
      }),
    );
  });
});

const severity = { pass: 0, unknown: 1, 'over-limit': 2, prohibited: 3 } as const;

describe('a formula', () => {
  it('is never worse with an unregulated solvent in the place of a material', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (one, pick) => {
        const at = pick % one.recipe.lines.length;
        const lines = one.recipe.lines.map((l, place) =>
          place === at ? { ...l, ingredient: { kind: 'material', materialId: ids.material('dpg') } as const } : l,
        );
        const [before, after] = [judged(one), judged({ ...one, recipe: { lines } })];
        before.categories.forEach((was, place) => {
          const is = after.categories[place] as typeof was;
          expect(severity[is.verdict]).toBeLessThanOrEqual(severity[was.verdict]);
          expect(is.ratio).toBeLessThanOrEqual(was.ratio * (1 + 1e-12));
        });
      }),
    );
  });

  it('at twice the dosage holds twice as much of everything', () => {
    fc.assert(
      fc.property(cases(), (one) => {
        const [single, twice] = [judged(one), judged({ ...one, dosage: decimalText(2n * decimal(one.dosage)) })];
        const doubled = new Map(twice.findings.map(({ key, total }) => [key, decimal(total)]));
        for (const { key, total } of single.findings) {
          const difference = 2n * decimal(total) - (doubled.get(key) ?? -1n);
          expect(difference >= -1n && difference <= 1n).toBe(true);
        }
      }),
    );
  });

  it('has contributions that add up to the total, each of a line in it', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const lineIds = new Set(one.recipe.lines.map((l) => l.id));
        for (const { total, contributions } of judged(one).findings) {
          const sum = contributions.reduce((added, { percent }) => added + decimal(percent), 0n);
          const difference = Number(sum - decimal(total));
          expect(Math.abs(difference)).toBeLessThanOrEqual(contributions.length);
          expect(contributions.every(({ lineId }) => lineIds.has(lineId))).toBe(true);
        }
      }),
    );
  });

  it('passes at its highest dosage and at no higher one', () => {
    fc.assert(
      fc.property(fc.oneof(cases(), cases(modest)), (one) => {
        judged(one).categories.forEach(({ highestDosage, verdict }, at) => {
          if (highestDosage === undefined) {
            expect(verdict).not.toBe('pass');
            return;
          }
          const verdictAt = (dosage: bigint) => judged({ ...one, dosage: decimalText(dosage) }).categories[at]?.verdict;
          expect(verdictAt(decimal(highestDosage))).toBe('pass');
          if (highestDosage !== '100') expect(verdictAt(decimal(highestDosage) + 100_000n)).toBe('over-limit');
        });
      }),
      { numRuns: 40 },
    );
  });
});

const verdictIn = (answer: SafetyAnswer, category: Category) =>
  answer.categories.find((one) => one.category === category)?.verdict;

describe('a fix', () => {
  it('makes the category pass, whichever is chosen', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(cases(modest), withCarriers(modest), cases()), (one) => {
        for (const { category, fixes } of judged(one).categories) {
          for (const fix of fixes) {
            const { formula: recipe, product } = applyFix(
              { formula: one.recipe, product: { dosage: one.dosage } },
              fix,
            );
            expect({ fix, verdict: verdictIn(judged({ recipe, dosage: product.dosage }), category) }).toEqual({
              fix,
              verdict: 'pass',
            });
            seen += 1;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  it('takes no more of a line than it must', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(cases(modest), withCarriers(modest)), (one) => {
        for (const { category, fixes } of judged(one).categories) {
          for (const fix of fixes) {
            if (fix.how !== 'reduce-line') continue;
            const more = decimalText(decimal(fix.parts) + 1_000_000n);
            const lines = one.recipe.lines.map((l) => (l.id === fix.lineId ? { ...l, parts: more } : l));
            expect(verdictIn(judged({ ...one, recipe: { lines } }), category)).toBe('over-limit');
            seen += 1;
          }
        }
      }),
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('is offered wherever taking one line out would make the category pass', () => {
    fc.assert(
      fc.property(fc.oneof(cases(modest), cases()), (one) => {
        for (const { category, verdict, fixes } of judged(one).categories) {
          if (verdict === 'pass') return;
          for (const gone of one.recipe.lines) {
            const lines = one.recipe.lines.filter((l) => l !== gone);
            if (lines.length === 0 || verdictIn(judged({ ...one, recipe: { lines } }), category) !== 'pass') continue;
            expect(fixes.some((fix) => 'lineId' in fix && fix.lineId === gone.id)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is absent where the category passes', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { verdict, fixes } of judged(one).categories) if (verdict === 'pass') expect(fixes).toEqual([]);
      }),
    );
  });
});
