import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWire } from '#api/to-wire.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { amount, line } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { randomEdit, randomFrom } from '#tests/library/random-edit.ts';

type Client = OpenStudio['client'];
const bench = ({ formula, product }: Pick<Recipe, 'formula' | 'product'>) => ({ formula, product });
const open = (client: Client, recipeId: string) => client.recipes.open({ recipeId });

async function editRandomly(client: Client, recipeId: string, random: () => number, continues = false): Promise<void> {
  const recipe = await open(client, recipeId);
  const { kind, change } = randomEdit(recipe, random);
  await client.recipes.edit({ recipeId, revision: recipe.revision, kind, change: toWire(change), continues });
}

async function weigh(client: Client, recipeId: string, parts: string): Promise<void> {
  const { revision, formula } = await open(client, recipeId);
  const [before] = formula.lines;
  const change = {
    formula: { lines: [{ lineId: before!.id, before: before!, after: { ...before!, parts: amount(parts) } }] },
  };
  await client.recipes.edit({ recipeId, revision, kind: 'amount', change });
}

async function goAllTheWay(client: Client, recipeId: string, direction: 'undo' | 'redo'): Promise<number> {
  for (let steps = 0; ; steps++) {
    const { canUndo, canRedo } = await open(client, recipeId);
    if (!(direction === 'undo' ? canUndo : canRedo)) return steps;
    await client.recipes[direction]({ recipeId });
  }
}

const start = (client: Client) =>
  client.recipes.create({ name: { en: 'Rose', ko: '' }, formula: { lines: [line('lavender-oil', '1')] } });

describe('the history of a recipe', () => {
  it('brings back the start when everything is undone, and the end when all of it is redone', async () => {
    using studio = openStudio();
    const { client } = studio;
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(fc.boolean(), { maxLength: 25 }), async (seed, acts) => {
        const random = randomFrom(seed);
        const made = await start(client);
        for (const continues of acts) await editRandomly(client, made.id, random, continues);
        const end = await open(client, made.id);
        const undone = await goAllTheWay(client, made.id, 'undo');
        expect(bench(await open(client, made.id))).toEqual(bench(made));
        expect(await goAllTheWay(client, made.id, 'redo')).toBe(undone);
        expect(bench(await open(client, made.id))).toEqual(bench(end));
      }),
      { numRuns: 25 },
    );
  });

  it('outlives the program, undone edits included', async () => {
    using studio = openStudio();
    const { id } = await start(studio.client);
    const random = randomFrom(7);
    for (let n = 0; n < 10; n++) await editRandomly(studio.client, id, random);
    const end = await open(studio.client, id);
    await studio.client.recipes.undo({ recipeId: id });
    await studio.client.recipes.undo({ recipeId: id });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    expect(await open(again.client, id)).toMatchObject({ canUndo: true, canRedo: true });
    expect(await goAllTheWay(again.client, id, 'redo')).toBe(2);
    expect(bench(await open(again.client, id))).toEqual(bench(end));
  });

  it('forgets what was undone once something new is done', async () => {
    using studio = openStudio();
    const { client } = studio;
    const { id } = await start(client);
    for (const seed of [1, 2]) await weigh(client, id, `${seed}.5`);
    await client.recipes.undo({ recipeId: id });
    await weigh(client, id, '3.5');
    expect(await refusalOf(client.recipes.redo({ recipeId: id }))).toEqual({
      kind: 'REFUSED',
      code: 'recipe.nothing-to-redo',
      facts: { recipeId: id },
    });
    expect(await goAllTheWay(client, id, 'undo')).toBe(2);
  });

  const typing = async (texts: readonly { parts: string; origin?: string }[]) => {
    using studio = openStudio();
    const { client } = studio;
    const made = await start(client);
    for (const [index, { parts, origin = 'a' }] of texts.entries()) {
      const [before] = (await open(client, made.id)).formula.lines;
      const after = { ...before!, parts: amount(parts) };
      const change = { formula: { lines: [{ lineId: after.id, before: before!, after }] } };
      const continues = index > 0;
      await client.recipes.edit({ recipeId: made.id, revision: index + 1, kind: 'amount', change, continues, origin });
    }
    const undone: string[] = [];
    while ((await open(client, made.id)).canUndo) {
      await client.recipes.undo({ recipeId: made.id });
      undone.push((await open(client, made.id)).formula.lines[0]!.parts);
    }
    return undone;
  };

  it('takes back at once what was typed in one go', async () => {
    expect(await typing([{ parts: '2' }, { parts: '25' }, { parts: '25.5' }])).toEqual(['1']);
  });

  it('remembers nothing of what was typed and taken back', async () => {
    expect(await typing([{ parts: '12' }, { parts: '1' }])).toEqual([]);
  });

  it('never runs the edits of two windows together', async () => {
    const texts = [{ parts: '2' }, { parts: '3', origin: 'b' }, { parts: '34', origin: 'b' }];
    expect(await typing(texts)).toEqual(['2', '1']);
  });

  it('believes the library, not the caller, about what was there before', async () => {
    using studio = openStudio();
    const { client } = studio;
    const made = await start(client);
    const [before] = made.formula.lines;
    const change = {
      formula: {
        lines: [
          {
            lineId: before!.id,
            before: { ...before!, parts: amount('99') },
            after: { ...before!, parts: amount('2') },
          },
        ],
      },
    };
    await client.recipes.edit({ recipeId: made.id, revision: 1, kind: 'amount', change });
    await client.recipes.undo({ recipeId: made.id });
    expect(bench(await open(client, made.id))).toEqual(bench(made));
  });
});
