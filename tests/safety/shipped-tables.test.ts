import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import { applyFix } from '#perfumery/safety/apply-fix.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import { type DecimalText, decimal } from '#perfumery/units/decimal.ts';
import { accords, formula, line } from '#tests/fixtures/safety-tables.ts';
import { shippedMaterials, shippedRegulation, shippedTrials } from './shipped-tables.ts';

const regulation = shippedRegulation();
const materials = shippedMaterials();
const judge = createJudge({ regulation, materials: (id: MaterialId) => materials.get(id) });

const judged = (recipe: Formula, dosage: string, category: Category = '4') =>
  judge(recipe, { product: { dosage: dosage as DecimalText, category }, accords: accords() });

const filler = (parts: number) => line('ethanol', parts, { id: 'filler' });

describe('the shipped tables', () => {
  it('name only standards that exist in their groups', () => {
    const keys = new Set(regulation.ifra.standards.map((one) => one.key));
    for (const { standards, limitsOf } of regulation.ifra.groups) {
      expect(standards.filter((key) => !keys.has(key))).toEqual([]);
      expect(limitsOf === undefined || keys.has(limitsOf)).toBe(true);
    }
  });

  it('name only catalogue materials in their scopes', () => {
    const named = [
      ...regulation.ifra.standards.flatMap(({ scope, prohibited }) => [
        ...(scope.materials ?? []),
        ...(prohibited?.materials ?? []),
      ]),
      ...regulation.allergenLists.flatMap((list) => list.allergens.flatMap((one) => one.materials ?? [])),
    ];
    expect(named.filter((id) => !materials.has(id as MaterialId))).toEqual([]);
  });

  it('judge every shipped material, and leave few of them unknown', () => {
    const unknown: string[] = [];
    for (const { id } of materials.values()) {
      const answer = judged(formula(line(id, 1)), '0.1');
      expect(answer.categories.map((one) => one.category)).toEqual(categories);
      expect(answer.unknowns.some((one) => one.why === 'no-cas' || one.why === 'material-missing')).toBe(false);
      if (answer.unknowns.some((one) => one.blocks)) unknown.push(id);
    }
    expect(materials.size).toBeGreaterThan(200);
    expect(unknown.length).toBeLessThan(materials.size / 50);
  });

  it('hold 1 % of oakmoss in a 20 % extrait to twice the limit', () => {
    const found = judged(formula(line('oakmoss-absolute', 1), filler(99)), '20').categories[3];
    expect(found).toMatchObject({
      category: '4',
      verdict: 'over-limit',
      limiting: 'oakmoss-extracts',
      total: '0.2',
      limit: '0.1',
      highestDosage: '10',
    });
  });

  it('add bergamot and lemon up', () => {
    const answer = judged(
      formula(line('bergamot-oil-expressed', 20), line('lemon-oil-cold-pressed', 60), filler(920)),
      '15',
    );
    const found = answer.categories[3];
    expect(found).toMatchObject({ verdict: 'over-limit', limiting: 'phototoxic-oils', highestDosage: '12.5' });
    expect(found?.ratio).toBeCloseTo(0.3 / 0.4 + 0.9 / 2, 12);
  });

  it('let Lilial pass IFRA in fine fragrance and never EU law', () => {
    const answer = judged(formula(line('lilial-bmhca', 5), filler(95)), '10');
    expect(answer.categories[3]).toMatchObject({ verdict: 'pass', total: '0.5', limit: '1.4', highestDosage: '28' });
    expect(answer.categories.filter((one) => one.verdict === 'prohibited').map((one) => one.category)).toEqual([
      '1',
      '6',
    ]);
    expect(answer.euLaw.verdict).toBe('prohibited');
  });

  it('count the benzyl benzoate a resin is diluted in', () => {
    const answer = judged(
      formula(line('linalool', 60, { dilution: '10', solvent: 'benzyl-benzoate' }), filler(40)),
      '10',
    );
    expect(answer.categories[3]).toMatchObject({
      verdict: 'over-limit',
      limiting: 'benzyl-benzoate',
      total: '5.4',
      limit: '4.8',
      highestDosage: '8.8888',
    });
  });
});

describe('the example recipes', () => {
  const trials = shippedTrials().map((trial) => ({ ...trial, category: trial.category as Category }));

  it('are all known to the catalogue', () => {
    for (const trial of trials)
      expect(judged(trial.formula, trial.dosage, trial.category).unknowns.filter((one) => one.blocks)).toEqual([]);
  });

  it('hold one that breaks a limit, and at its highest dosage it passes', () => {
    const failing = trials.filter((trial) =>
      judged(trial.formula, trial.dosage, trial.category).categories.some(
        (one) => one.category === trial.category && one.verdict === 'over-limit',
      ),
    );
    expect(failing.map((trial) => trial.recipe)).toContain('example-chypre');
    for (const trial of failing) {
      const before = judged(trial.formula, trial.dosage, trial.category).categories.find(
        (one) => one.category === trial.category,
      );
      for (const fix of before?.fixes ?? []) {
        const fixed = applyFix({ formula: trial.formula, product: { dosage: trial.dosage as DecimalText } }, fix);
        const after = judged(fixed.formula, fixed.product.dosage, trial.category).categories.find(
          (one) => one.category === trial.category,
        );
        expect(after?.verdict).toBe('pass');
      }
      expect(decimal(before?.highestDosage ?? '100') < decimal(trial.dosage)).toBe(true);
    }
  });
});
