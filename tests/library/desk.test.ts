import { describe, expect, it } from 'vitest';
import { openStudio } from './open-studio.ts';

describe('the desk', () => {
  it('is found as it was left, after a restart, without what is gone', async () => {
    const first = openStudio();
    const a = await first.client.recipes.create({ name: { en: 'a', ko: '' } });
    const b = await first.client.recipes.create({ name: { en: 'b', ko: '' } });
    await first.client.desk.keepOpen({ recipeIds: [b.id, a.id] });
    await first.client.desk.keepWeighed({ recipeId: a.id, marks: ['l1', 'carrier-ethanol'] });
    void first.core.close();
    const second = openStudio({ folder: first.folder });
    expect((await second.client.desk.open()).recipeIds).toEqual([b.id, a.id]);
    expect(new Set((await second.client.desk.weighed({ recipeId: a.id })).marks)).toEqual(
      new Set(['l1', 'carrier-ethanol']),
    );
    await second.client.recipes.remove({ recipeId: b.id });
    expect((await second.client.desk.open()).recipeIds).toEqual([a.id]);
    expect((await second.client.desk.keepOpen({ recipeIds: [b.id] })).recipeIds).toEqual([]);
    await expect(second.client.desk.keepWeighed({ recipeId: b.id, marks: [] })).rejects.toMatchObject({
      data: { code: 'recipe.not-found' },
    });
    await second.close();
  });
});
