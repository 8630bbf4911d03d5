import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImplementer } from '#api/implementer.ts';
import { StudioError } from '#foundation/errors.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';

let studio: OpenStudio;
beforeEach(() => {
  studio = openStudio();
});
afterEach(() => studio[Symbol.dispose]());

describe('on the wire', () => {
  it('what makes no sense is invalid, and says where', async () => {
    const formula = { lines: [{ id: 'a', parts: 'three' }] } as never;
    const asked = studio.client.recipes.create({ name: { en: 'x', ko: '' }, formula });
    const refused = (await refusalOf(asked)) as { kind: string; code: string; facts: { issues: string[] } };
    expect(refused).toMatchObject({ kind: 'INVALID', code: 'request.invalid' });
    expect(refused.facts.issues).toContain('formula.lines.0.parts: not a decimal with at most nine places');
  });

  it('control characters are taken out of text and Korean is composed', async () => {
    const name = { en: 'a\u0000b\u0007', ko: '장미'.normalize('NFD') };
    expect((await studio.client.recipes.create({ name })).name).toEqual({ en: 'ab', ko: '장미' });
  });

  it('text of any script comes back as it went', async () => {
    const name = { en: '=1+1 עברית 👩🏽‍🔬', ko: '' };
    const { id } = await studio.client.recipes.create({ name });
    expect((await studio.client.recipes.open({ recipeId: id })).name).toEqual(name);
  });

  const failingWith = (error: unknown, refusal?: StudioError) => {
    const bugs: unknown[] = [];
    const log = { info() {}, warn() {}, bug: (found: unknown) => `bug-${bugs.push(found)}` };
    const on = createImplementer(log, () => refusal);
    const router = on.studio.router({
      info: on.studio.info.handler(() => {
        throw error;
      }),
      commands: on.studio.commands.handler(async function* () {}),
    });
    const client = createRouterClient(router, { context: { transport: 'rest' } });
    return { asked: refusalOf(client.info()), bugs };
  };

  it('a bug is a reference to the log and nothing else', async () => {
    const error = new TypeError('secret formula: 12 parts of civet');
    const { asked, bugs } = failingWith(error);
    expect(await asked).toEqual({
      kind: 'INTERNAL_SERVER_ERROR',
      code: 'internal',
      facts: { reference: 'bug-1' },
    });
    expect(bugs).toEqual([error]);
  });

  it('an answer that breaks the contract is a bug too', async () => {
    const on = createImplementer({ info() {}, warn() {}, bug: () => 'ref' }, () => undefined);
    const wrong = on.settings.get.handler(() => ({ language: 'fr' }) as never);
    const client = createRouterClient({ get: wrong }, { context: { transport: 'rest' } });
    expect(await refusalOf(client.get())).toMatchObject({ code: 'internal', facts: { reference: 'ref' } });
  });

  it('a disk that fails is what the library says it is', async () => {
    const { asked, bugs } = failingWith(new Error('disk'), new StudioError('library.disk-full', { folder: '/home' }));
    expect(await asked).toEqual({ kind: 'REFUSED', code: 'library.disk-full', facts: { folder: '/home' } });
    expect(bugs).toEqual([]);
  });
});

describe('settings', () => {
  it('change what is named and leave the rest', async () => {
    const before = await studio.client.settings.get();
    expect(before).toMatchObject({ language: 'en', currency: 'EUR', scaleResolution: '0.01', restApi: false });
    expect(await studio.client.settings.set({ theme: 'dark', scaleResolution: '0,001' })).toEqual({
      ...before,
      theme: 'dark',
      scaleResolution: '0.001',
    });
  });

  it.each([
    [{ scaleResolution: '0' }, 'scaleResolution'],
    [{ dropVolume: '-0.05' }, 'dropVolume'],
    [{ rates: { USD: '0' } }, 'rates.USD'],
  ])('refuse %j', async (patch, field) => {
    const before = await studio.client.settings.get();
    expect(await refusalOf(studio.client.settings.set(patch))).toMatchObject({
      kind: 'INVALID',
      code: 'settings.invalid',
      facts: { field },
    });
    expect(await studio.client.settings.get()).toEqual(before);
  });
});

it('the studio says what it is, and passes on what the menu chose', async () => {
  expect(await studio.client.studio.info()).toMatchObject({
    version: '0.0.0-test',
    host: 'headless',
    libraryFolder: studio.folder,
    ifraAmendment: 51,
    rest: null,
  });
  const stop = new AbortController();
  const heard = await studio.client.studio.commands(undefined, { signal: stop.signal });
  studio.core.commands.announce('new-recipe');
  studio.core.commands.announce('print');
  expect([(await heard.next()).value, (await heard.next()).value]).toEqual(['new-recipe', 'print']);
  stop.abort();
  expect((await heard.next()).done).toBe(true);
  expect(studio.core.commands.listeners).toBe(0);
});
