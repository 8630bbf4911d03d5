import { expect, expectTypeOf, it } from 'vitest';
import { type Understood as OnTheWire, understoodShape } from '#contract/interchange.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import { createRecipe } from '#services/recipes/create-recipe.ts';
import { keepTrial } from '#services/recipes/keep-trial.ts';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
import { smallStudio } from './small-studio.ts';

it('lets everything that a file was understood to say cross the bridge, there and back', async () => {
  using home = smallStudio();
  using away = smallStudio({ own: false });
  const inner = createRecipe(home.needs)({ name: { en: 'Inner', ko: '' }, formula: formulaOf(line('own-base', '3')) });
  const { trial } = keepTrial(home.needs)({ recipeId: inner.id });
  const ingredient = { kind: 'accord', recipeId: inner.id, trialId: trial.id } as const;
  const recipe = createRecipe(home.needs)({
    name: { en: 'Rain', ko: '비' },
    formula: formulaOf(line('a', '7', { ingredient }), line('linalool', '1', { dilution: '10', solvent: 'dpg' })),
  });
  keepTrial(home.needs)({ recipeId: recipe.id });
  const fromJson = await away.read(await home.write({ recipeId: recipe.id, format: 'json', language: 'en' }));
  expect(fromJson).toMatchObject({ base: 0, materials: [{ id: 'own-base' }], accords: [{ trialId: trial.id }] });
  const fromTable = await away.read(new File(['Material,Parts,Mood\nLinalool,1,\nNobody,1,\nTotal,2,'], 'a.csv'));
  expect(fromTable).toMatchObject({
    notUnderstood: [{ why: 'unknown-material' }],
    ignored: [{ row: 0 }, { why: 'total' }],
  });
  for (const understood of [fromJson, fromTable]) {
    expect(understoodShape.parse(JSON.parse(JSON.stringify(understood)))).toEqual(understood);
  }
  expect(away.keep(understoodShape.parse(structuredClone(fromJson))).lineCount).toBe(2);
});

it('means the same on both sides of the bridge', () => {
  expectTypeOf<OnTheWire>().toExtend<Understood>();
  expectTypeOf<Understood['notUnderstood'][number]['why']>().toEqualTypeOf<OnTheWire['notUnderstood'][number]['why']>();
  expectTypeOf<Understood['matched'][number]>().toEqualTypeOf<Readonly<OnTheWire['matched'][number]>>();
});
