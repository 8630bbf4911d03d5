import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchPlace } from '#contract/search-place.ts';
import { documentIn, fileSecrets } from '#host/kept-documents.ts';
import { connectTo } from '#library/vectors/index-place.ts';
import { type OpenStudio, refusalOf } from '#tests/library/open-studio.ts';
import { openFindable, until } from '#tests/search/findable-studio.ts';
import { type LocalObjectStore, localObjectStore } from '#tests/vectors/local-object-store.ts';
import { keptLog } from '#tests/vectors/temporary-index.ts';

let store: LocalObjectStore;
let studio: OpenStudio;
let folder: string;
const log = keptLog();
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-place-'));
  store = await localObjectStore();
  studio = await openFindable({ searchSetup: documentIn(folder, 'search', log), secrets: fileSecrets(folder, log) });
  await until(async () => (await studio.client.search.state()).meaning.stage === 'ready');
});
afterAll(async () => {
  studio[Symbol.dispose]();
  await store.remove();
  rmSync(folder, { recursive: true, force: true });
});

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
  expect(await refusalOf(studio.client.searchPlace.try({ place: place(), key }))).toMatchObject({ facts: { reason } });
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
  expect(statSync(path.join(folder, 'keys.json')).mode & 0o077).toBe(0);
  for (const name of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, name), 'utf8').includes(key.secret), name).toBe(name === 'keys.json');
  }
  expect(JSON.stringify([log.warnings, log.bugs, studio.bugs])).not.toContain(key.secret);
  await studio.client.searchPlace.keep({ place: { kind: 'folder' } });
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).not.toContain(key.secret);
});
