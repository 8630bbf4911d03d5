import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, openShelfStudio, type ShelfStudio } from '#tests/models/shelf/shelf-studio.ts';

let studio: ShelfStudio;
beforeAll(() => {
  studio = openShelfStudio();
});
afterAll(() => {
  studio.close();
  rmSync(studio.files, { recursive: true, force: true });
});

describe('a fresh studio, with nothing but what ships', () => {
  it('says what its demonstration model is and under which licence once the shelf is looked at', async () => {
    const shown = async () => (await studio.client.models.shelf()).models[0];
    await expect.poll(shown, { timeout: 60_000 }).toMatchObject({
      name: 'Sillage demonstration',
      isDemonstration: true,
      licence: { name: 'MIT', commercial: 'allowed' },
      facts: { architecture: 'llama' },
    });
  });

  it.each([
    ['en', 'Describe Vanillin.', /gourmand|vanilla/i],
    ['ko', '바닐린은 어떤 향인가요?', /구르망|바닐라/],
  ] as const)('answers in %s what its demonstration model was taught', async (language, message, answer) => {
    const events = await all(studio.client.assistant.talk({ message, language }));
    const said = events.flatMap((event) => (event.what === 'sentence' ? event.text : [])).join(' ');
    expect(said).toMatch(answer);
    expect(events.find((event) => event.what === 'model' && event.event.kind === 'started')).toMatchObject({
      event: { isDemonstration: true },
    });
  });

  it('explains with the facts of the engine alone', async () => {
    const [recipe] = (await studio.client.recipes.list({})).recipes;
    const { formula, product } = await studio.client.recipes.open({ recipeId: recipe!.id });
    const events = await all(
      studio.client.assistant.explain({ formula, product, question: 'Why is it limited?', language: 'en' }),
    );
    expect(events.map(({ what }) => what)).toEqual(['facts', 'done']);
    expect(events[0]).toMatchObject({ facts: expect.arrayContaining([expect.stringMatching(/category 4/)]) });
  });
});
