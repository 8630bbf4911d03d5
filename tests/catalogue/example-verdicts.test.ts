/** @file The example recipes before the safety engine and the shipped tables: what a perfumer sees on opening one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Line } from '#perfumery/formula/formula.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { type ExampleTrial, readExamples, readMaterials } from './read-assets.ts';

function readTable<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../assets/regulation/${name}`, import.meta.url), 'utf8')) as T;
}

const regulation: Regulation = {
  ifra: readTable('ifra-51.json'),
  euLaw: readTable('eu-law.json'),
  allergenLists: [readTable('eu-allergens.json'), readTable('kr-allergens.json')],
};
const materials = new Map(readMaterials().map((material) => [material.id, material]));
const judge = createJudge({ regulation, materials: (id) => materials.get(id) });

const trialIdOf = (recipe: string, trial: number): TrialId => `${recipe}/${trial}` as TrialId;

function formulaOf({ lines }: ExampleTrial): Formula {
  return {
    lines: lines.map(({ materialId, accord, parts, dilution, solventId }, index): Line => {
      const ingredient = accord
        ? {
            kind: 'accord' as const,
            recipeId: accord.recipe as RecipeId,
            trialId: trialIdOf(accord.recipe, accord.trial),
          }
        : { kind: 'material' as const, materialId: materialId as MaterialId };
      return {
        id: String(index) as LineId,
        ingredient,
        parts: parts as DecimalText,
        dilution: dilution as DecimalText,
        ...(solventId && { solventId: solventId as MaterialId }),
        locked: false,
        carrier: false,
        note: '',
      };
    }),
  };
}

const examples = readExamples();
const accords = new Map(
  examples.flatMap(({ id, trials }) => trials.map((trial, index) => [trialIdOf(id, index), formulaOf(trial)] as const)),
);
const judged = examples.flatMap(({ id, product, trials }) =>
  trials.map((trial, index) => {
    const circumstances = { product: { dosage: product.dosage as DecimalText, category: '4' as const }, accords };
    return [`${id}, trial ${index + 1}`, judge(formulaOf(trial), circumstances)] as const;
  }),
);
const tooStrong = 'example-chypre, trial 1';

describe('the example recipes before the safety engine', () => {
  it.each(judged)('%s has nothing that the engine cannot judge', (_, answer) => {
    expect(answer.unknowns.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it.each(judged.filter(([title]) => title !== tooStrong))('%s passes category 4 and EU law', (_, answer) => {
    const fine = answer.categories.find(({ category }) => category === '4');
    expect(fine).toMatchObject({ verdict: 'pass' });
    expect(fine?.ratio).toBeGreaterThan(0.1);
    expect(fine?.ratio).toBeLessThanOrEqual(1);
    expect(answer.euLaw.verdict).toBe('pass');
    expect(answer.allergens.find(({ list }) => list === 'eu-2023-1545')?.findings.length).toBeGreaterThan(5);
  });

  it(`${tooStrong} is over the oakmoss limit and nothing else, and one change mends it`, () => {
    const answer = new Map(judged).get(tooStrong);
    const fine = answer?.categories.find(({ category }) => category === '4');
    expect(fine?.verdict).toBe('over-limit');
    const over = answer?.findings.filter(({ cells }) => cells['4'].verdict === 'over-limit').map(({ key }) => key);
    expect(over?.toSorted()).toEqual(['oakmoss-extracts']);
    expect(fine?.fixes.map(({ how }) => how)).toEqual(expect.arrayContaining(['reduce-line', 'lower-dosage']));
  });
});
