import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';

let studio: OpenStudio;
let client: OpenStudio['client'];
beforeEach(() => {
  studio = openStudio();
  client = studio.client;
});
afterEach(() => {
  studio[Symbol.dispose]();
  expect(studio.bugs).toEqual([]);
});

const facts = {
  name: 'Spring for Haneul',
  client: '하늘 상회',
  deadline: '2026-12-24',
  words: '비 온 뒤의 정원',
  references: ['Garden after rain'],
  limits: {
    costCeiling: { perKilogram: '150', currency: 'EUR' },
    forbidden: ['d-limonene'],
    category: '4' as const,
    highestDosage: '15',
  },
};

describe('a brief', () => {
  it('is known to its recipes, is there after a restart, and outlives none of them', async () => {
    const brief = await client.briefs.add({ facts });
    const { id: recipeId } = await client.recipes.create({ name: { en: 'x', ko: '' } });
    expect(await client.briefs.give({ recipeId, briefId: brief.id })).toEqual(brief);
    const edited = await client.briefs.edit({
      briefId: brief.id,
      revision: 1,
      facts: { ...facts, name: 'Spring', limits: { forbidden: [] } },
    });
    expect(edited).toMatchObject({ name: 'Spring', revision: 2, limits: { forbidden: [] } });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    expect(await again.client.briefs.of({ recipeId })).toEqual(edited);
    const { deadlines } = await again.client.calendar.read({ today: '2026-11-21' });
    expect(deadlines).toEqual([
      {
        briefId: brief.id,
        name: 'Spring',
        client: facts.client,
        deadline: '2026-12-24',
        recipeIds: [recipeId],
      },
    ]);
    expect(await again.client.briefs.remove({ briefId: brief.id })).toEqual({ brief: edited, recipeIds: [recipeId] });
    expect(await again.client.briefs.of({ recipeId })).toBeNull();
    expect((await again.client.recipes.open({ recipeId })).name.en).toBe('x');
  });

  it.each([
    [{ name: '  ' }, 'no-name'],
    [{ deadline: '2026-02-30' }, 'deadline'],
    [{ limits: { forbidden: [], costCeiling: { perKilogram: '0', currency: 'EUR' } } }, 'ceiling'],
    [{ limits: { forbidden: [], highestDosage: '101' } }, 'dosage'],
  ])('is refused with %j', async (wrong, reason) => {
    expect(await refusalOf(client.briefs.add({ facts: { ...facts, ...wrong } }))).toMatchObject({
      kind: 'INVALID',
      code: 'brief.invalid',
      facts: { reason },
    });
  });

  it('is not overwritten from an older revision', async () => {
    const { id: briefId } = await client.briefs.add({ facts });
    await client.briefs.edit({ briefId, revision: 1, facts });
    expect(await refusalOf(client.briefs.edit({ briefId, revision: 1, facts }))).toMatchObject({
      code: 'brief.changed-elsewhere',
      facts: { expected: 1, actual: 2 },
    });
  });
});

describe('labels', () => {
  it('are kept tidy, survive a restart, and go with the recipe', async () => {
    const { id: recipeId } = await client.recipes.create({ name: { en: 'x', ko: '' } });
    const label = await client.labels.recipe({
      recipeId,
      tags: ['#Spring', 'spring ', '봄'.normalize('NFD')],
      isAccord: true,
    });
    expect(label).toEqual({ recipeId, tags: ['Spring', '봄'], isFavourite: false, isAccord: true });
    await client.labels.material({ materialId: 'linalool', isFavourite: true });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    const kept = await again.client.labels.list();
    expect(kept.recipes).toMatchObject([{ ...label, head: { id: recipeId } }]);
    expect(kept.materials).toEqual([{ materialId: 'linalool', tags: [], isFavourite: true }]);
    await again.client.recipes.remove({ recipeId });
    expect((await again.client.labels.list()).recipes).toEqual([]);
  });

  it('that say nothing are not kept, and endless ones are refused', async () => {
    await client.labels.material({ materialId: 'linalool', tags: ['x'] });
    await client.labels.material({ materialId: 'linalool', tags: [] });
    expect((await client.labels.list()).materials).toEqual([]);
    expect(await refusalOf(client.labels.material({ materialId: 'linalool', tags: ['x'.repeat(41)] }))).toMatchObject({
      code: 'tag.invalid',
      facts: { reason: 'too-long' },
    });
  });

  it('narrow the list of recipes, with its search and its archive', async () => {
    const make = async (en: string, label: object) => {
      const { id: recipeId } = await client.recipes.create({ name: { en, ko: '' } });
      await client.labels.recipe({ recipeId, ...label });
      return recipeId;
    };
    const rain = await make('Rain', { tags: ['spring', '고객 가'], isFavourite: true });
    const rainy = await make('Rainy night', { tags: ['spring'] });
    const names = async (query: object) => {
      const { recipes, total } = await client.recipes.list(query);
      expect(total).toBe(recipes.length);
      return recipes.map(({ name }) => name.en);
    };
    expect(await names({ tag: 'spring' })).toEqual(['Rainy night', 'Rain']);
    expect(await names({ tag: '고객 가' })).toEqual(['Rain']);
    expect(await names({ favourite: true })).toEqual(['Rain']);
    expect(await names({ tag: 'spring', search: 'night' })).toEqual(['Rainy night']);
    expect(await names({ tag: 'spr' })).toEqual([]);
    await client.recipes.describe({ recipeId: rainy, archived: true });
    expect(await names({ tag: 'spring' })).toEqual(['Rain']);
    expect(await names({ tag: 'spring', archived: true })).toEqual(['Rainy night']);
    await client.labels.recipe({ recipeId: rain, isFavourite: false });
    expect(await names({ favourite: true })).toEqual([]);
  });
});

it('followers hear which part of the day changed', async () => {
  const heard = await client.calendar.watch();
  await client.briefs.add({ facts });
  expect((await heard.next()).value).toEqual({ what: 'briefs' });
  await heard.return?.();
});
