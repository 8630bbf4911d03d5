import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '#perfumery/formula/formula.ts';
import { formulaOf, line, lineId, recipeId, trialId } from '#tests/fixtures/bench.ts';
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

const bergamot = line('bergamot-oil-expressed', '12.5');
const lavender = line('lavender-oil', '3');
const named = (en: string, ko = '') => ({ name: { en, ko } });
const start = (...lines: Line[]) => client.recipes.create({ ...named('Rose'), formula: mutable(formulaOf(...lines)) });
const mutable = ({ lines }: { lines: readonly Line[] }) => ({ lines: [...lines] });
const accord = (recipe: string, trial: string) =>
  line('', '10', { id: trial, ingredient: { kind: 'accord', recipeId: recipeId(recipe), trialId: trialId(trial) } });
const change = (before: Line | undefined, after: Line | undefined) => ({
  formula: { lines: [{ lineId: (after ?? before)!.id, ...(before && { before }), ...(after && { after }) }] },
});
const add = (to: { id: string; revision: number }, after: Line) =>
  client.recipes.edit({
    recipeId: to.id,
    revision: to.revision,
    kind: 'add-line',
    change: change(undefined, after),
  });

describe('recipes', () => {
  it('are opened as they were created, amounts to the last digit', async () => {
    const made = await start(line('bergamot-oil-expressed', '0.000000001', { note: '끝 🌿', dilution: '12.5' }));
    expect(await client.recipes.open({ recipeId: made.id })).toEqual(made);
    expect(made.formula.lines).toEqual([
      line('bergamot-oil-expressed', '0.000000001', { note: '끝 🌿', dilution: '12.5' }),
    ]);
    expect(made).toMatchObject({ revision: 1, lineCount: 1, trialCount: 0, canUndo: false, isExample: false });
  });

  it('are listed last worked on first, page by page, and found in either language', async () => {
    const { total } = await client.recipes.list({});
    const first = await client.recipes.create(named('Fig 100%', '새벽 무화과'));
    await client.recipes.create(named('Fern'));
    await add(first, bergamot);
    const page = await client.recipes.list({ limit: 1 });
    expect(page.total).toBe(total + 2);
    expect(page.recipes.map(({ id }) => id)).toEqual([first.id]);
    const found = async (search: string) => (await client.recipes.list({ search })).recipes.map(({ id }) => id);
    expect(await found('무화과')).toEqual([first.id]);
    expect(await found('무화과'.normalize('NFD'))).toEqual([first.id]);
    expect(await found('fIG')).toEqual([first.id]);
    expect(await found('0%')).toEqual([first.id]);
    expect(await found('%F')).toEqual([]);
  });

  it('keep name, brief and archive mark apart, and the revision of the formula out of it', async () => {
    const { id } = await start(bergamot);
    await client.recipes.describe({ recipeId: id, brief: 'Wet stone.' });
    const archived = await client.recipes.describe({ recipeId: id, archived: true });
    expect(archived).toMatchObject({ name: { en: 'Rose' }, brief: 'Wet stone.', archived: true, revision: 1 });
    const ids = async (isArchived: boolean) =>
      (await client.recipes.list({ archived: isArchived })).recipes.map((recipe) => recipe.id);
    expect(await ids(true)).toEqual([id]);
    expect(await ids(false)).not.toContain(id);
  });

  it('are not found once removed', async () => {
    const { id } = await start(bergamot);
    await client.recipes.keepTrial({ recipeId: id });
    await client.recipes.keepTrial({ recipeId: id });
    expect(await client.recipes.remove({ recipeId: id })).toEqual({ removed: id });
    expect(await refusalOf(client.recipes.open({ recipeId: id }))).toEqual({
      kind: 'NOT_FOUND',
      code: 'recipe.not-found',
      facts: { recipeId: id },
    });
  });

  it('are duplicated with their trials under a name that is free', async () => {
    const { id } = await start(bergamot);
    const { trial } = await client.recipes.keepTrial({ recipeId: id });
    await client.recipes.restoreTrial({ trialId: trial.id });
    const copy = await client.recipes.duplicate({ recipeId: id });
    const [one, two] = copy.trials;
    expect(copy).toMatchObject({ name: { en: 'Rose (2)', ko: '' }, baseTrialId: two?.id, canUndo: false });
    expect(two?.parentId).toBe(one?.id);
    expect(one?.id).not.toBe(trial.id);
    expect(copy.formula).toEqual(mutable(formulaOf(bergamot)));
    expect((await client.recipes.duplicate({ recipeId: id })).name.en).toBe('Rose (3)');
  });

  it('refuse an edit that was made on an older revision, and lose nothing', async () => {
    const made = await start(bergamot);
    await add(made, lavender);
    expect(await refusalOf(add(made, line('lemon-oil-cold-pressed', '1')))).toEqual({
      kind: 'REFUSED',
      code: 'recipe.changed-elsewhere',
      facts: { recipeId: made.id, expected: 1, actual: 2 },
    });
    expect((await client.recipes.open({ recipeId: made.id })).formula.lines).toEqual([bergamot, lavender]);
  });

  it.each([
    ['a negative amount', line('lavender-oil', '-1'), 'amount-negative'],
    ['an absurd amount', line('lavender-oil', '1000000000.1'), 'amount-absurd'],
    ['a strength of nothing', line('lavender-oil', '1', { dilution: '0' }), 'dilution-out-of-range'],
    ['a strength above pure', line('lavender-oil', '1', { dilution: '100.1' }), 'dilution-out-of-range'],
  ])('refuse %s, and stay as they are', async (_, wrong, reason) => {
    const made = await start(bergamot);
    expect(await refusalOf(add(made, wrong))).toMatchObject({
      kind: 'INVALID',
      code: 'formula.invalid',
      facts: { reason, lineId: 'lavender-oil' },
    });
    expect(await client.recipes.open({ recipeId: made.id })).toEqual(made);
  });

  it('refuse a material, a solvent and a trial that nobody has', async () => {
    const made = await start(bergamot);
    const unknown = { kind: 'NOT_FOUND', code: 'material.not-found', facts: { materialId: 'unobtainium' } };
    expect(await refusalOf(add(made, line('unobtainium', '1')))).toEqual(unknown);
    const diluted = line('lavender-oil', '1', { dilution: '10', solvent: 'unobtainium' });
    expect(await refusalOf(add(made, diluted))).toEqual(unknown);
    const gone = { kind: 'NOT_FOUND', code: 'trial.not-found', facts: { trialId: 'gone' } };
    expect(await refusalOf(add(made, accord('example-amber', 'gone')))).toEqual(gone);
  });

  it('refuse the same line twice and more lines than a formula may hold', async () => {
    expect(await refusalOf(start(bergamot, bergamot))).toMatchObject({ facts: { reason: 'line-twice' } });
    const many = Array.from({ length: 5000 }, (_, n) => line('lavender-oil', '1', { id: `l${n}` }));
    const made = await start(...many);
    expect(await refusalOf(add(made, bergamot))).toEqual({
      kind: 'REFUSED',
      code: 'recipe.too-long',
      facts: { lines: 5001, most: 5000 },
    });
  });

  it('refuse a dosage outside 0 to 100 %', async () => {
    const { id, revision, product: before } = await start(bergamot);
    for (const dosage of ['0', '-3', '100.01']) {
      const product = { before, after: { ...before, dosage } };
      const edit = { recipeId: id, revision, kind: 'product' as const, change: { formula: { lines: [] }, product } };
      expect(await refusalOf(client.recipes.edit(edit))).toMatchObject({ facts: { reason: 'dosage-out-of-range' } });
    }
  });
});

describe('trials', () => {
  it('form a tree, and restoring one works on from there', async () => {
    const made = await start(bergamot);
    const { trial: one } = await client.recipes.keepTrial({ recipeId: made.id, note: 'first' });
    const edited = await add(made, lavender);
    const { trial: two } = await client.recipes.keepTrial({ recipeId: made.id, name: { en: 'Two', ko: '둘' } });
    const { trial: three, recipe } = await client.recipes.restoreTrial({ trialId: one.id });
    expect([one, two, three].map(({ number, parentId }) => [number, parentId])).toEqual([
      [1, undefined],
      [2, one.id],
      [3, one.id],
    ]);
    expect(recipe.formula.lines).toEqual([bergamot]);
    expect(recipe).toMatchObject({ baseTrialId: three.id, trialCount: 3, revision: edited.revision + 1 });
    expect(recipe.trials.map(({ lineCount }) => lineCount)).toEqual([1, 2, 1]);
    expect((await client.recipes.trial({ trialId: two.id })).formula.lines).toEqual([bergamot, lavender]);
  });

  it('come back with their base when a restore is undone and redone', async () => {
    const made = await start(bergamot);
    const { trial: one } = await client.recipes.keepTrial({ recipeId: made.id });
    await add(made, lavender);
    const { trial: two } = await client.recipes.keepTrial({ recipeId: made.id });
    const { trial: three } = await client.recipes.restoreTrial({ trialId: one.id });
    await client.recipes.undo({ recipeId: made.id });
    const undone = await client.recipes.open({ recipeId: made.id });
    expect([undone.formula.lines, undone.baseTrialId]).toEqual([[bergamot, lavender], two.id]);
    await client.recipes.redo({ recipeId: made.id });
    const redone = await client.recipes.open({ recipeId: made.id });
    expect([redone.formula.lines, redone.baseTrialId]).toEqual([[bergamot], three.id]);
  });
});

describe('accords', () => {
  const kept = async (...lines: Line[]) => {
    const recipe = await start(...lines);
    const { trial } = await client.recipes.keepTrial({ recipeId: recipe.id });
    return { recipe, trial, asLine: accord(recipe.id, trial.id) };
  };

  it('are read to any depth with the names of their recipes', async () => {
    const inner = await kept(bergamot);
    const outer = await kept(inner.asLine);
    const read = await client.recipes.accords({ trialIds: [outer.trial.id, 'gone'] });
    expect(read.map(({ id, recipeName }) => [id, recipeName.en])).toEqual([
      [outer.trial.id, 'Rose'],
      [inner.trial.id, 'Rose'],
    ]);
  });

  it('may not reach the recipe they are put into, at any depth', async () => {
    const inner = await kept(bergamot);
    const outer = await kept(inner.asLine);
    const cycle = { kind: 'REFUSED', code: 'formula.cycle', facts: { recipeId: inner.recipe.id } };
    expect(await refusalOf(add(inner.recipe, inner.asLine))).toEqual(cycle);
    expect(await refusalOf(add(inner.recipe, outer.asLine))).toEqual(cycle);
    expect((await client.recipes.open({ recipeId: inner.recipe.id })).formula.lines).toEqual([bergamot]);
  });

  it('may not claim to be of another recipe', async () => {
    const { trial } = await kept(bergamot);
    expect(await refusalOf(start(accord('example-amber', trial.id)))).toMatchObject({ code: 'trial.not-found' });
  });

  it('keep their recipe from being removed while a bench or a trial uses them', async () => {
    const inner = await kept(bergamot);
    const outer = await kept(inner.asLine);
    const used = {
      kind: 'REFUSED',
      code: 'recipe.used-as-accord',
      facts: { recipeId: inner.recipe.id, usedBy: [{ recipeId: outer.recipe.id, name: outer.recipe.name }] },
    };
    expect(await refusalOf(client.recipes.remove({ recipeId: inner.recipe.id }))).toEqual(used);
    const removal = change(inner.asLine, undefined);
    await client.recipes.edit({ recipeId: outer.recipe.id, revision: 1, kind: 'remove-line', change: removal });
    expect(await refusalOf(client.recipes.remove({ recipeId: inner.recipe.id }))).toEqual(used);
    await client.recipes.remove({ recipeId: outer.recipe.id });
    expect(await refusalOf(client.recipes.remove({ recipeId: inner.recipe.id }))).toBeUndefined();
  });
});

describe('the example recipes', () => {
  it('are there on the first start, the accord first, and do not come back once removed', async () => {
    const { recipes } = await client.recipes.list({});
    expect(recipes.map(({ id }) => id)).toHaveLength(6);
    expect(recipes[0]).toMatchObject({ id: 'example-amber-accord', isExample: true, lineCount: 12 });
    await client.recipes.remove({ recipeId: 'example-cologne' });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    expect((await again.client.recipes.list({})).total).toBe(5);
  });

  it('put the chypre that breaks a limit on the bench, with the trial that keeps to it beside', async () => {
    const chypre = await client.recipes.open({ recipeId: 'example-chypre' });
    expect(chypre.baseTrialId).toBe(chypre.trials[0]?.id);
    const worst = await client.safety.checkTrial({ trialId: chypre.trials[0]!.id });
    expect(worst.categories.find(({ category }) => category === '4')?.verdict).toBe('over-limit');
    const shared = new Set(chypre.formula.lines.map(({ id }) => id));
    const { formula } = await client.recipes.trial({ trialId: chypre.trials[1]!.id });
    expect(formula.lines.some(({ id }) => shared.has(lineId(id)))).toBe(true);
  });

  it('speak the language of their first reader', async () => {
    using korean = openStudio({ locale: 'ko-KR' });
    expect((await korean.client.recipes.open({ recipeId: 'example-amber' })).brief).toMatch(/[가-힣]/);
    expect((await client.recipes.open({ recipeId: 'example-amber' })).brief).not.toMatch(/[가-힣]/);
  });
});

describe('followers', () => {
  it('hear every edit in order, with its change and who made it', async () => {
    const made = await start(bergamot);
    const heard = await client.recipes.watch();
    for (const parts of ['1', '2', '3']) {
      await client.recipes.edit({
        recipeId: made.id,
        revision: Number(parts),
        kind: 'amount',
        origin: 'window-1',
        change: change(bergamot, line('bergamot-oil-expressed', parts)),
      });
    }
    await client.recipes.undo({ recipeId: made.id });
    await client.recipes.describe({ recipeId: made.id, name: { en: 'Fern', ko: '' } });
    await client.recipes.remove({ recipeId: made.id });
    const events = [];
    for await (const event of heard) if (events.push(event) === 6) break;
    expect(events.slice(0, 3)).toMatchObject(
      [2, 3, 4].map((revision) => ({ what: 'edited', origin: 'window-1', revision, canUndo: true, canRedo: false })),
    );
    expect(events[3]).toMatchObject({ what: 'edited', kind: 'amount', revision: 5, canRedo: true });
    expect(events[4]).toMatchObject({ what: 'changed', head: { name: { en: 'Fern' } } });
    expect(events[5]).toEqual({ what: 'removed', recipeId: made.id });
  });
});
