import { expect, it } from 'vitest';
import { openStudio, refusalOf } from '#tests/library/open-studio.ts';

it.each(['json', 'csv', 'xlsx'] as const)(
  'a recipe goes out as %s and comes back as a new one with the same lines',
  async (format) => {
    using studio = openStudio();
    const { client } = studio;
    const recipe = await client.recipes.open({ recipeId: 'example-cologne' });
    const file = await client.interchange.write({ recipeId: recipe.id, format });
    const understood = await client.interchange.read({ file });
    expect(understood.notUnderstood).toEqual([]);
    expect((await client.recipes.list({})).total).toBe(6);
    const kept = await client.interchange.keep({ understood });
    const said = (lines: typeof recipe.formula.lines) =>
      lines.map(({ ingredient, parts, dilution }) => ({ ingredient, parts, dilution }));
    expect(said(kept.formula.lines)).toEqual(said(recipe.formula.lines));
    expect(kept).toMatchObject({ isExample: false, trialCount: format === 'json' ? 2 : 0 });
    expect(kept.id).not.toBe(recipe.id);
    await client.recipes.remove({ recipeId: kept.id });
    expect(studio.bugs).toEqual([]);
  },
);

it('nothing of a file is kept when part of it cannot be, in memory neither', async () => {
  using studio = openStudio();
  const { client } = studio;
  const file = await client.interchange.write({ recipeId: 'example-cologne', format: 'json' });
  const understood = await client.interchange.read({ file });
  const { material } = await client.materials.get({ materialId: 'bergamot-oil-expressed' });
  const materials = [
    { ...material, id: 'brought-1', name: { en: 'Brought', ko: '' } },
    { ...material, id: 'brought-2', name: { en: 'Broken', ko: '' }, cas: ['78-70-7'] },
  ];
  expect(await refusalOf(client.interchange.keep({ understood: { ...understood, materials } }))).toMatchObject({
    kind: 'INVALID',
    code: 'material.invalid',
  });
  expect((await client.recipes.list({})).total).toBe(6);
  expect(await refusalOf(client.materials.get({ materialId: 'brought-1' }))).toMatchObject({ kind: 'NOT_FOUND' });
  expect(studio.bugs).toEqual([]);
});
