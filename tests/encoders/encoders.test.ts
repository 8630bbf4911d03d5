import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoders } from '#contract/encoders.ts';
import type { SearchHit } from '#contract/search.ts';
import type { SearchPlace } from '#contract/search-place.ts';
import { documentIn, fileSecrets } from '#host/kept-documents.ts';
import { connectTo } from '#library/vectors/index-place.ts';
import { writeTinyEncoder } from '#tests/fixtures/tiny-encoder.ts';
import { type OpenStudio, refusalOf } from '#tests/library/open-studio.ts';
import { openFindable, until } from '#tests/search/findable-studio.ts';
import { type LocalObjectStore, localObjectStore } from '#tests/vectors/local-object-store.ts';
import { keptLog } from '#tests/vectors/temporary-index.ts';

let folder: string;
let studio: OpenStudio;
const log = keptLog();
const reopen = async () => {
  studio?.close();
  const settings = path.join(folder, 'settings');
  studio = await openFindable({
    folder: path.join(folder, 'library'),
    searchSetup: documentIn(settings, 'search', log),
    secrets: fileSecrets(settings, log),
  });
};
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-encoders-'));
  await reopen();
});
afterAll(() => {
  studio[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const added = async (at: string): Promise<readonly string[]> => {
  const stages: string[] = [];
  for await (const stage of await studio.client.encoders.add({ folder: at })) {
    stages.push(stage.stage === 'done' ? `done ${stage.id}` : stage.stage);
  }
  return stages;
};
const serves = (id: string, isInt8 = false) =>
  until(async () => {
    const { serving, coming } = await studio.client.encoders.list();
    return coming === null && serving?.id === id && serving.isInt8 === isInt8;
  });
const firstFor = async (text: string): Promise<SearchHit | undefined> => {
  const { groups } = await studio.client.search.find({ text });
  return groups.find(({ kind }) => kind === 'material')?.hits[0];
};
/** A word that no lexicon has, taught to the model of the test alone. */
const taught = { groups: [['qwertle', 'galbanum', '갈바눔']] };

it('a folder is added, searched through, used with one byte, and left again for the studio’s own', async () => {
  const at = path.join(folder, 'model');
  writeTinyEncoder(at, { ...taught, files: { 'README.md': '---\nlanguage: [ko, en]\n---' } });
  const stages = await added(at);
  expect(new Set(stages.slice(0, -1))).toEqual(new Set(['reading', 'trying', 'comparing', 'shrinking']));
  const id = stages.at(-1)?.slice('done '.length) ?? '';
  const { encoders, own } = await studio.client.encoders.list();
  expect(own).toMatchObject({ dimensions: 256, languages: ['ko', 'en'] });
  expect(encoders).toMatchObject([
    { id, name: 'model', dimensions: 64, languages: ['ko', 'en'], pooling: 'mean', reads: { ko: 'words' } },
  ]);
  expect(encoders[0]?.int8).toMatchObject({ by: 'studio', isClose: true });
  expect(encoders[0]?.int8?.lowest).toBeGreaterThan(0.98);

  await studio.client.encoders.use({ id });
  await serves(id);
  const found = await firstFor('qwertle');
  expect(found?.title.en).toMatch(/galbanum/i);
  expect(found?.why.meaning).toBeGreaterThan(0.3);
  expect((await studio.client.search.state()).meaning).toMatchObject({ stage: 'ready', model: `model@${id}` });

  await studio.client.encoders.use({ id, isInt8: true });
  await serves(id, true);
  expect((await firstFor('qwertle'))?.title.en).toMatch(/galbanum/i);
  expect(await refusalOf(studio.client.encoders.remove({ id }))).toMatchObject({ code: 'encoder.busy' });

  await studio.client.encoders.use({ id: 'own' });
  await serves('own');
  await studio.client.encoders.remove({ id });
  expect((await studio.client.encoders.list()).encoders).toEqual([]);
  expect(studio.bugs).toEqual([]);
});

it('what is begun goes on where the studio was closed, and the old one serves until it is whole', async () => {
  const { desk } = studio.core.search;
  await until(async () => studio.core.search.state().meaning.stage === 'ready');
  const counting = (told: { texts: number }) => ({
    id: 'counting@1',
    dimensions: 8,
    atOnce: 48,
    async encode(texts: readonly string[]) {
      told.texts += texts.length;
      await new Promise((resolve) => setTimeout(resolve, 4));
      const vectors = new Float32Array(texts.length * 8);
      texts.forEach((text, at) => {
        vectors[at * 8 + (text.length % 8)] = 1;
      });
      return vectors;
    },
  });
  const place = desk.serving()?.place;
  if (!place) return expect.fail('an encoder serves');
  const [before, after] = [{ texts: 0 }, { texts: 0 }];
  await desk.use(counting(before), place);
  await until(async () => before.texts > 150);
  expect(desk.serving()?.encoder.id).not.toBe('counting@1');
  expect(studio.core.search.state().meaning).toMatchObject({ stage: 'ready' });
  const { items } = await studio.client.search.state();
  await reopen();
  const again = studio.core.search.desk;
  await studio.core.search.first;
  await again.use(counting(after), place);
  await until(async () => again.serving()?.encoder.id === 'counting@1');
  expect(before.texts).toBeLessThan(items);
  expect(before.texts + after.texts).toBeLessThanOrEqual(items + 2 * 48);
  expect(after.texts).toBeGreaterThan(0);
});

it('a folder without an encoder is refused and leaves nothing, and leaving the stream stops the work', async () => {
  expect(await refusalOf(added(folder))).toMatchObject({ code: 'encoder.refused', facts: { reason: 'no-model' } });
  const at = path.join(folder, 'model');
  writeTinyEncoder(at);
  for await (const { stage } of await studio.client.encoders.add({ folder: at })) if (stage === 'comparing') break;
  await until(async () => ((await refusalOf(added(folder))) as { code?: string }).code === 'encoder.refused');
  expect((await studio.client.encoders.list()).encoders).toEqual([]);
});

it('cancelling keeps the one that serves; a folder that is gone gives way to the studio’s own, and says so', async () => {
  const at = path.join(folder, 'model');
  writeTinyEncoder(at, taught);
  const id = (await added(at)).at(-1)?.slice('done '.length) ?? '';
  await studio.client.encoders.use({ id });
  await studio.client.encoders.cancel();
  const { serving, coming } = await studio.client.encoders.list();
  expect({ coming, id: [id, 'own'].includes(serving?.id ?? '') }).toEqual({ coming: null, id: true });

  await studio.client.encoders.use({ id });
  await serves(id);
  renameSync(at, `${at} elsewhere`);
  await reopen();
  await until(async () => (await studio.client.encoders.list()).encoders[0]?.problem !== null);
  const now: Encoders = await studio.client.encoders.list();
  expect(now.encoders[0]).toMatchObject({ isMissing: true, problem: { facts: { reason: 'no-folder' } } });
  await serves('own');
  expect((await firstFor('갈바눔'))?.title.en).toMatch(/galbanum/i);
});

describe('the place of vectors', () => {
  let store: LocalObjectStore;
  beforeAll(async () => {
    store = await localObjectStore();
  });
  afterAll(() => store.remove());

  const key = { id: 'S3RVER', secret: 'S3RVER-secret' };
  const there = (change: object = {}): SearchPlace => ({
    kind: 's3',
    uri: 's3://sillage/studio/index',
    endpoint: store.place.kind === 's3' ? (store.place.endpoint ?? '') : '',
    region: '',
    ...change,
  });
  const sent = () => [...store.requests.values()].reduce((sum, count) => sum + count, 0);
  const tablesThere = async () => {
    const db = await connectTo(store.place);
    const names = await db.tableNames({ limit: 100 });
    db.close();
    return names;
  };

  it('lies on this machine, and nothing is sent before it is confirmed', async () => {
    expect(await studio.client.searchPlace.read()).toEqual({
      place: { kind: 'folder' },
      hasKey: false,
      keyIsKept: 'file',
    });
    const asked = studio.client.searchPlace.keep({ place: there(), key });
    expect(await refusalOf(asked)).toMatchObject({ code: 'index-place.invalid', facts: { reason: 'not-confirmed' } });
    expect(sent()).toBe(0);
  });

  it.each<[string, () => SearchPlace, string]>([
    ['no address', () => there({ uri: 'https://bucket' }), 'address'],
    ['a path that climbs', () => there({ uri: 's3://sillage/../etc' }), 'address'],
    ['no endpoint', () => there({ endpoint: 'storage' }), 'endpoint'],
    ['another machine without encryption', () => there({ endpoint: 'http://storage.example.com' }), 'unencrypted'],
    ['a cloud that is none', () => ({ kind: 'cloud', uri: 'db//x', region: '' }), 'address'],
  ])('%s is refused before anybody is asked', async (_, place, reason) => {
    expect(await refusalOf(studio.client.searchPlace.try({ place: place(), key }))).toMatchObject({
      facts: { reason },
    });
    expect(sent()).toBe(0);
  });

  it('trying it says what it holds and leaves nothing there, or says what is in the way', async () => {
    expect(await refusalOf(studio.client.searchPlace.try({ place: there() }))).toMatchObject({
      facts: { reason: 'key' },
    });
    expect(await studio.client.searchPlace.try({ place: there(), key })).toMatchObject({ tables: 0 });
    expect(await tablesThere()).toEqual([]);
    const elsewhere = there({ uri: 's3://no-such-bucket/index' });
    expect(await refusalOf(studio.client.searchPlace.try({ place: elsewhere, key }))).toMatchObject({
      code: 'index-place.failed',
      facts: { reason: 'no-bucket' },
    });
  });

  it('confirmed, the vectors move there, are searched there, and are taken back with nothing left behind', async () => {
    await studio.client.searchPlace.keep({ place: there(), key, isConfirmed: true });
    const { desk } = studio.core.search;
    await until(async () => desk.serving()?.place.kind === 's3');
    expect(await tablesThere()).toHaveLength(1);
    const { groups } = await studio.client.search.find({ text: 'bergamot' });
    expect(groups[0]?.hits[0]?.why.meaning).toBeGreaterThan(0);
    expect(await studio.client.searchPlace.read()).toMatchObject({ place: there(), hasKey: true });

    await studio.client.searchPlace.keep({ place: { kind: 'folder' }, isCleared: true });
    await until(async () => desk.serving()?.place.kind === 'folder' && (await tablesThere()).length === 0);
    expect(await studio.client.searchPlace.read()).toMatchObject({ place: { kind: 'folder' }, hasKey: false });
  });

  it('the key lies in a file of its own that only this account can read, and nowhere else', async () => {
    await studio.client.searchPlace.keep({ place: there(), key, isConfirmed: true });
    expect(statSync(path.join(folder, 'settings', 'keys.json')).mode & 0o077).toBe(0);
    for (const name of readdirSync(path.join(folder, 'settings'))) {
      expect(readFileSync(path.join(folder, 'settings', name), 'utf8').includes(key.secret), name).toBe(
        name === 'keys.json',
      );
    }
    expect(JSON.stringify([log.warnings, log.bugs, studio.bugs])).not.toContain(key.secret);
    await studio.client.searchPlace.keep({ place: { kind: 'folder' } });
    expect(readFileSync(path.join(folder, 'settings', 'keys.json'), 'utf8')).not.toContain(key.secret);
  });
});
