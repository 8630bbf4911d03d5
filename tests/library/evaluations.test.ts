import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
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

const found = {
  minutes: 30,
  medium: 'blotter' as const,
  intensity: 7,
  liking: 8,
  descriptors: ['fresh'],
  words: '봄비 같은, green at the edges',
  verdict: 'go-on' as const,
};
const { medium: _, ...sampled } = found;
const start = async () => {
  const { id } = await client.recipes.create({
    name: { en: 'Rain', ko: '비' },
    formula: formulaOf(line('linalool', '1'), line('d-limonene', '2')) as never,
  });
  return id;
};
const change = async (recipeId: string, parts: string) => {
  const { formula, revision } = await client.recipes.open({ recipeId });
  const [before] = formula.lines;
  if (!before) throw new TypeError('a formula with a line');
  const lines = [{ lineId: before.id, before, after: { ...before, parts } }];
  await client.recipes.edit({ recipeId, revision, kind: 'amount', change: { formula: { lines } } });
};
const twoTrials = async () => {
  const recipeId = await start();
  const { trial: a } = await client.recipes.keepTrial({ recipeId });
  await change(recipeId, '5');
  const { trial: b } = await client.recipes.keepTrial({ recipeId });
  return { recipeId, trialIds: [a.id, b.id] };
};

describe('an evaluation', () => {
  it('freezes the working formula first, once, and is there after a restart', async () => {
    const recipeId = await start();
    const first = await client.evaluations.evaluate({ recipeId, impression: found });
    const again = await client.evaluations.evaluate({ recipeId, impression: { ...found, minutes: 240 } });
    expect(again.recipe.trials).toHaveLength(1);
    expect(again.evaluation.trialId).toBe(first.evaluation.trialId);
    await change(recipeId, '9');
    const later = await client.evaluations.evaluate({ recipeId, impression: { ...found, minutes: 0 } });
    expect(later.recipe.trials).toHaveLength(2);
    const frozen = await client.recipes.trial({ trialId: first.evaluation.trialId });
    expect(frozen.formula.lines[0]?.parts).toBe('1');
    studio.close();
    using reopened = openStudio({ folder: studio.folder });
    const { evaluations } = await reopened.client.evaluations.of({ recipeId });
    expect(evaluations).toEqual([first.evaluation, again.evaluation, later.evaluation]);
  });

  it('can be removed and put back as it was', async () => {
    const recipeId = await start();
    const { evaluation } = await client.evaluations.evaluate({ recipeId, impression: found });
    await client.evaluations.remove({ evaluationId: evaluation.id, removed: true });
    expect((await client.evaluations.of({ recipeId })).evaluations).toEqual([]);
    await client.evaluations.remove({ evaluationId: evaluation.id, removed: false });
    expect((await client.evaluations.of({ recipeId })).evaluations).toEqual([evaluation]);
  });

  it.each([
    [{ intensity: 11 }, 'intensity'],
    [{ liking: 2.5 }, 'liking'],
    [{ minutes: -1 }, 'minutes'],
    [{ descriptors: ['quixotic'] }, 'descriptor'],
  ])('is refused with %j, and nothing is frozen for it', async (wrong, reason) => {
    const recipeId = await start();
    const asked = client.evaluations.evaluate({ recipeId, impression: { ...found, ...wrong } });
    expect(await refusalOf(asked)).toMatchObject({ kind: 'INVALID', code: 'evaluation.invalid', facts: { reason } });
    expect((await client.recipes.open({ recipeId })).trials).toEqual([]);
  });

  it('must say something', async () => {
    const recipeId = await start();
    const silent = { minutes: 0, medium: 'skin' as const, descriptors: [], words: ' ', verdict: 'unsure' as const };
    expect(await refusalOf(client.evaluations.evaluate({ recipeId, impression: silent }))).toMatchObject({
      facts: { reason: 'nothing-said' },
    });
  });
});

describe('a sitting', () => {
  const times = { medium: 'blotter' as const, moments: [0, 30, 240, 1440] };

  it('is due at each moment, also after a restart, until every sample was smelled or it was passed over', async () => {
    const { recipeId, trialIds } = await twoTrials();
    const started = new Date(Date.now() - 60 * 60_000).toISOString();
    const { sitting } = await client.evaluations.start({ recipeId, trialIds, ...times, started });
    expect(sitting.due.map(({ due }) => (Date.parse(due) - Date.parse(started)) / 60_000)).toEqual([0, 30, 240, 1440]);
    studio.close();
    using again = openStudio({ folder: studio.folder });
    const due = async () =>
      (await again.client.calendar.read({ today: '2026-11-21' })).smelling.map(({ minutes }) => minutes);
    expect(await due()).toEqual([0, 30, 240, 1440]);
    const [one, two] = sitting.samples.map(({ code }) => code);
    const smell = (code = '') =>
      again.client.evaluations.evaluateSample({ sittingId: sitting.id, code, impression: sampled });
    await smell(one);
    expect(await due()).toEqual([0, 30, 240, 1440]);
    await smell(two);
    expect(await due()).toEqual([0, 240, 1440]);
    await again.client.evaluations.passOver({ sittingId: sitting.id, minutes: 0 });
    expect(await due()).toEqual([240, 1440]);
    await again.client.evaluations.end({ sittingId: sitting.id });
    expect(await due()).toEqual([]);
    expect(await refusalOf(smell(one))).toMatchObject({ code: 'sitting.over' });
  });

  it('when blind tells no trial by any way until it is revealed', async () => {
    const { recipeId, trialIds } = await twoTrials();
    const { sitting } = await client.evaluations.start({ recipeId, trialIds, ...times, isBlind: true });
    const codes = sitting.samples.map(({ code }) => code);
    expect(codes.every((code) => /^[1-9]\d\d$/.test(code))).toBe(true);
    expect(codes).toEqual([...codes].sort());
    const [preferred = '', other = ''] = codes;
    await client.evaluations.evaluateSample({ sittingId: sitting.id, code: preferred, impression: sampled });
    await client.evaluations.evaluateSample({
      sittingId: sitting.id,
      code: other,
      impression: { ...sampled, liking: 2 },
    });
    const sealed = await client.evaluations.compare({ sittingId: sitting.id, minutes: 30, preferred });
    const told = await client.evaluations.of({ recipeId });
    expect(told.evaluations).toEqual([]);
    expect(JSON.stringify([sealed, told])).not.toContain(trialIds[0]);
    expect(JSON.stringify([sealed, told])).not.toContain(trialIds[1]);

    const revealed = await client.evaluations.reveal({ sittingId: sitting.id });
    expect(new Set(revealed.samples.map(({ trialId }) => trialId))).toEqual(new Set(trialIds));
    expect(revealed.comparisons).toMatchObject([{ minutes: 30, preferred }]);
    const { evaluations } = await client.evaluations.of({ recipeId });
    const liked = revealed.samples.find(({ code }) => code === preferred)?.trialId;
    expect(evaluations.find(({ trialId }) => trialId === liked)?.liking).toBe(8);
    expect(evaluations.find(({ trialId }) => trialId !== liked)?.liking).toBe(2);
    expect(revealed.ended).toBeDefined();
  });

  it('keeps a tie as a tie, and refuses a code that is not in it', async () => {
    const { recipeId, trialIds } = await twoTrials();
    const { sitting } = await client.evaluations.start({ recipeId, trialIds, ...times });
    const tied = await client.evaluations.compare({ sittingId: sitting.id, minutes: 0, preferred: null });
    expect(tied.comparisons[0]).not.toHaveProperty('preferred');
    const wrong = client.evaluations.compare({ sittingId: sitting.id, minutes: 0, preferred: '000' });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'sitting.invalid', facts: { reason: 'code' } });
  });

  it('is refused alone when blind, with strangers, twice the same, from the future', async () => {
    const { recipeId, trialIds } = await twoTrials();
    const other = await twoTrials();
    const reasonOf = async (asked: Partial<Parameters<typeof client.evaluations.start>[0]>) =>
      ((await refusalOf(client.evaluations.start({ recipeId, trialIds, ...times, ...asked }))) as { facts: unknown })
        .facts;
    const [first = ''] = trialIds;
    expect(await reasonOf({ trialIds: [first], isBlind: true })).toMatchObject({ reason: 'blind-alone' });
    expect(await reasonOf({ trialIds: [] })).toMatchObject({ reason: 'too-few' });
    expect(await reasonOf({ trialIds: [first, first] })).toMatchObject({ reason: 'twice' });
    expect(await reasonOf({ trialIds: [first, ...other.trialIds] })).toMatchObject({ reason: 'other-recipe' });
    expect(await reasonOf({ started: '2999-01-01T00:00:00Z' })).toMatchObject({ reason: 'started' });
    expect(await reasonOf({ moments: [0.5] })).toMatchObject({ reason: 'moment' });
    expect((await client.evaluations.of({ recipeId })).sittings).toEqual([]);
  });
});
