import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula, Line } from '#perfumery/formula/formula.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { createRecipe } from '#services/recipes/create-recipe.ts';
import { editRecipe } from '#services/recipes/edit-recipe.ts';
import { keepTrial } from '#services/recipes/keep-trial.ts';
import { arbitraryFormula, arbitraryProduct } from '#tests/arbitraries/formulas.ts';
import { formulaOf, line, lineId, product } from '#tests/fixtures/bench.ts';
import { type SmallStudio, smallStudio } from './small-studio.ts';

const name = { en: 'Rain', ko: '비' };
const lasting = ({ ingredient, parts, dilution, solventId, locked, carrier }: Line) => ({
  ingredient,
  parts,
  dilution,
  solventId,
  locked,
  carrier,
});

async function copyOf(
  studio: SmallStudio,
  { id: recipeId }: Recipe,
  format: 'json' | 'csv' | 'xlsx',
  into = studio,
): Promise<Recipe> {
  const understood = await into.read(await studio.write({ recipeId, format, language: 'ko' }));
  expect(understood.notUnderstood).toEqual([]);
  return into.keep(understood);
}

describe('a recipe', () => {
  it('is the same after JSON and back, whatever is in it', async () => {
    using studio = smallStudio();
    await fc.assert(
      fc.asyncProperty(
        arbitraryFormula(),
        arbitraryProduct,
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async (formula, made, brief) => {
          const clean = withoutControls(formula);
          const recipe = createRecipe(studio.needs)({ name, brief: tidy(brief), formula: clean, product: made });
          const copy = await copyOf(studio, recipe, 'json');
          expect(copy.formula).toEqual(recipe.formula);
          expect([copy.name, copy.brief, copy.product]).toEqual([recipe.name, recipe.brief, recipe.product]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(['csv', 'xlsx'] as const)('keeps lines, amounts and dilutions through %s', async (format) => {
    using studio = smallStudio();
    await fc.assert(
      fc.asyncProperty(arbitraryFormula(), async (formula) => {
        fc.pre(formula.lines.length > 0);
        const recipe = createRecipe(studio.needs)({ name, formula });
        const copy = await copyOf(studio, recipe, format);
        expect(copy.formula.lines.map(lasting)).toEqual(recipe.formula.lines.map(lasting));
      }),
      { numRuns: format === 'csv' ? 60 : 15 },
    );
  });

  it.each(['valueOf', 'constructor', '__proto__'])('keeps a note that reads %s through a workbook', async (note) => {
    using studio = smallStudio();
    const recipe = createRecipe(studio.needs)({ name, formula: formulaOf({ ...line('linalool', '10'), note }) });
    const copy = await copyOf(studio, recipe, 'xlsx');
    expect(copy.formula.lines.map(({ note: kept }) => kept)).toEqual([note]);
  });

  it('keeps the tree of its trials, and where the working formula grew from', async () => {
    using studio = smallStudio();
    const { needs } = studio;
    const first = formulaOf(line('linalool', '10'));
    const recipe = createRecipe(needs)({ name, formula: first });
    const one = keepTrial(needs)({ recipeId: recipe.id, name: { en: 'one', ko: '' }, note: 'rough' }).trial;
    const after = { ...first.lines[0]!, parts: line('', '20').parts };
    editRecipe(needs)({
      recipeId: recipe.id,
      revision: recipe.revision,
      kind: 'amount',
      change: { formula: { lines: [{ lineId: lineId('linalool'), before: first.lines[0]!, after }] } },
      origin: '',
    });
    const two = keepTrial(needs)({ recipeId: recipe.id }).trial;
    const copy = await copyOf(studio, recipe, 'json');
    expect(copy.trials).toHaveLength(2);
    const [copyOne, copyTwo] = copy.trials.map(({ id }) => needs.trials.find(id)!);
    expect(copyOne).toMatchObject({ name: one.name, note: 'rough', number: 1, formula: one.formula });
    expect(copyTwo).toMatchObject({ parentId: copyOne!.id, formula: two.formula, product: two.product });
    expect(copy.baseTrialId).toBe(copyTwo!.id);
    expect(copyOne!.id).not.toBe(one.id);
  });

  it('takes its accords and own materials along into another library', async () => {
    using home = smallStudio();
    using away = smallStudio({ own: false });
    const inner = createRecipe(home.needs)({
      name: { en: 'Inner', ko: '' },
      formula: formulaOf(line('own-base', '3'), line('vanillin', '1')),
    });
    const { trial: innerTrial } = keepTrial(home.needs)({ recipeId: inner.id });
    const accord = (recipe: Recipe, trial: { id: typeof innerTrial.id }) =>
      ({ kind: 'accord', recipeId: recipe.id, trialId: trial.id }) as const;
    const outer = createRecipe(home.needs)({
      name: { en: 'Outer', ko: '' },
      formula: formulaOf(line('a', '5', { ingredient: accord(inner, innerTrial) }), line('linalool', '1')),
    });
    const { trial: outerTrial } = keepTrial(home.needs)({ recipeId: outer.id });
    const recipe = createRecipe(home.needs)({
      name,
      formula: formulaOf(line('b', '7', { ingredient: accord(outer, outerTrial) })),
    });

    const copy = await copyOf(home, recipe, 'json', away);
    const names = away.needs.recipes
      .page({ search: '', archived: false, limit: 10, offset: 0 })
      .recipes.map((one) => one.name.en);
    expect(names.sort()).toEqual(['Inner', 'Outer', 'Rain']);
    const outerThere = away.needs.trials.find(
      (copy.formula.lines[0]!.ingredient as { trialId: typeof outerTrial.id }).trialId,
    )!;
    const innerThere = away.needs.trials.find(
      (outerThere.formula.lines[0]!.ingredient as { trialId: typeof innerTrial.id }).trialId,
    )!;
    expect(innerThere.formula).toEqual(innerTrial.formula);
    expect(away.needs.materials.find(innerThere.formula.lines[0]!.id as never)).toMatchObject({
      origin: 'own',
      material: { name: { en: 'My 🌹 base' } },
    });
    expect(new Set(away.told).size).toBe(3);
  });

  it('finds its accords where they already are', async () => {
    using studio = smallStudio();
    const inner = createRecipe(studio.needs)({
      name: { en: 'Inner', ko: '' },
      formula: formulaOf(line('vanillin', '1')),
    });
    const { trial } = keepTrial(studio.needs)({ recipeId: inner.id });
    const ingredient = { kind: 'accord', recipeId: inner.id, trialId: trial.id } as const;
    const recipe = createRecipe(studio.needs)({ name, formula: formulaOf(line('a', '5', { ingredient })) });
    const copy = await copyOf(studio, recipe, 'json');
    expect(copy.formula.lines[0]!.ingredient).toEqual(ingredient);
  });

  it('is gone again when the recipe that was kept is removed', async () => {
    using studio = smallStudio();
    const kept = studio.keep(await studio.read(new File(['Material,Parts\r\nLinalool,12.5\r\n'], '봄비.csv')));
    expect(kept).toMatchObject({ name: { en: '', ko: '봄비' }, lineCount: 1 });
    studio.needs.recipes.remove(kept.id);
    expect(studio.needs.recipes.find(kept.id)).toBeUndefined();
  });

  it('is written as it always was', async () => {
    using studio = smallStudio();
    const formula = formulaOf(
      line('bergamot-oil', '60', { note: '=HYPERLINK("http://example.org")' }),
      line('galbanum-oil', '2.5', { dilution: '10', solvent: 'dpg', locked: true }),
      line('own-base', '0.000000001', { note: 'trace, "never" more' }),
      line('ethanol', '300', { carrier: true }),
    );
    const recipe = createRecipe(studio.needs)({ name, brief: '비 온 뒤', formula, product: product() });
    keepTrial(studio.needs)({ recipeId: recipe.id, name: { en: 'first', ko: '첫 시안' } });
    const text = async (format: 'json' | 'csv', language: 'ko' | 'en') =>
      Buffer.from(await (await studio.write({ recipeId: recipe.id, format, language })).arrayBuffer()).toString('utf8');
    await expect(await text('json', 'en')).toMatchFileSnapshot('../golden/recipe.json');
    await expect(await text('csv', 'en')).toMatchFileSnapshot('../golden/recipe.en.csv');
    await expect(await text('csv', 'ko')).toMatchFileSnapshot('../golden/recipe.ko.csv');
  });

  it('lends its name to the file, without what no folder holds', async () => {
    using studio = smallStudio();
    const recipe = createRecipe(studio.needs)({ name: { en: 'CON', ko: '비: 온/뒤?' } });
    expect((await studio.write({ recipeId: recipe.id, format: 'csv', language: 'ko' })).name).toBe('비 온 뒤.csv');
    expect((await studio.write({ recipeId: recipe.id, format: 'json', language: 'en' })).name).toBe('recipe.json');
  });
});

function withoutControls(formula: Formula): Formula {
  return { lines: formula.lines.map((one) => ({ ...one, note: tidy(one.note) })) };
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\p{Cc}/gu, '');
}
