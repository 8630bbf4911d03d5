import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RestoreStage } from '#contract/collections.ts';
import { openDb } from '#library/sqlite/db.ts';
import { pack } from '#tests/fixtures/pack.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { dumpOf } from './dump.ts';

let away: OpenStudio;
beforeEach(() => {
  away = openStudio();
});
afterEach(() => away[Symbol.dispose]());

let ofNew: Promise<Uint8Array> | undefined;

/** The archive of a new library; made once. */
function archiveOfNew(): Promise<Uint8Array> {
  ofNew ??= (async () => {
    using home = openStudio();
    return bytesOf(await home.client.collections.archive());
  })();
  return ofNew;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Hands an archive over in so many pieces. */
async function upload({ client }: OpenStudio, bytes: Uint8Array, pieces = 1): Promise<string> {
  const size = bytes.length;
  const length = Math.ceil(size / pieces);
  const uploadId = String(Math.random());
  for (let at = 0; at < size; at += length) {
    const piece = new File([bytes.slice(at, at + length)], 'piece');
    const { received, isWhole } = await client.collections.upload({ uploadId, name: 'a.sillage', at, size, piece });
    expect([received, isWhole]).toEqual([Math.min(size, at + length), at + length >= size]);
  }
  return uploadId;
}

async function give(studio: OpenStudio, bytes: Uint8Array, pieces = 1): Promise<RestoreStage[]> {
  const uploadId = await upload(studio, bytes, pieces);
  const stages: RestoreStage[] = [];
  for await (const stage of await studio.client.collections.restore({ uploadId })) stages.push(stage);
  return stages;
}

const refused = async (bytes: Uint8Array) => {
  const before = dumpOf(away.core.library);
  const refusal = await refusalOf(give(away, bytes));
  expect(dumpOf(away.core.library)).toEqual(before);
  return refusal as { code: string; facts: { reason: string } };
};
const repacked = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>) =>
  zipSync(change(unzipSync(bytes)), { level: 1 });

it('brings everything back, row by row the same, and keeps what was there before as a backup', async () => {
  using home = openStudio();
  await home.client.materials.add({ facts: { ...own('Own 🌹'), name: { en: 'Own 🌹', ko: '내 것' } } });
  const { recipes } = await home.client.recipes.list({});
  await home.client.recipes.keepTrial({ recipeId: recipes[0]?.id ?? '' });
  const before = dumpOf(home.core.library);
  const archive = await home.client.collections.archive();
  expect(archive.name).toMatch(/^Sillage \d{4}-\d\d-\d\d\.sillage$/);
  const replaced = dumpOf(away.core.library);
  const stages = await give(away, await bytesOf(archive), 3);
  expect(stages[0]).toEqual({ stage: 'checking' });
  const done = stages.at(-1);
  if (done?.stage !== 'done') expect.fail('it was restored');
  expect(dumpOf(away.core.library)).toEqual(before);
  expect(await away.client.materials.list()).toEqual(await home.client.materials.list());
  const backup = openDb(done.backup, path.dirname(done.backup));
  expect(dumpOf({ db: backup })).toEqual(replaced);
  backup.close();
  const again = await bytesOf(await away.client.collections.archive());
  const third = openStudio();
  await give(third, again);
  expect(dumpOf(third.core.library)).toEqual(before);
  third[Symbol.dispose]();
});

it('can be worked on at once after it was brought back, and opens again', async () => {
  const bytes = await archiveOfNew();
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-archive-test-'));
  const first = openStudio({ folder });
  await give(first, bytes);
  const { id } = await first.client.recipes.create({ name: { en: 'After', ko: '' } });
  first.close();
  const second = openStudio({ folder });
  expect((await second.client.recipes.open({ recipeId: id })).name.en).toBe('After');
  second.close();
  rmSync(folder, { recursive: true, force: true });
});

it('refuses what is no archive, is damaged or cut short, and touches nothing', async () => {
  const bytes = await archiveOfNew();
  expect((await refused(strToU8('not a zip at all'))).facts.reason).toBe('not-an-archive');
  expect((await refused(zipSync({ 'word/document.xml': strToU8('<x/>') }))).facts.reason).toBe('not-an-archive');
  expect((await refused(bytes.slice(0, bytes.length / 2))).code).toBe('file.not-understood');
  const flipped = repacked(bytes, (parts) => {
    const library = parts['library.sqlite'] as Uint8Array;
    library[5000] = (library[5000] ?? 0) ^ 0xff;
    return parts;
  });
  expect((await refused(flipped)).facts.reason).toBe('damaged-archive');
  const { 'library.sqlite': _, ...rest } = unzipSync(bytes);
  expect((await refused(zipSync(rest))).facts.reason).toBe('damaged-archive');
});

it('refuses an archive from a newer studio by its own version and by its library’s', async () => {
  const bytes = await archiveOfNew();
  for (const newer of [{ version: 2 }, { library: 999 }]) {
    const archive = repacked(bytes, (parts) => {
      const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
      return { ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...newer })) };
    });
    expect((await refused(archive)).facts.reason).toBe('newer-schema');
  }
});

it('refuses paths that lead elsewhere', async () => {
  const bytes = await archiveOfNew();
  for (const name of ['../library.sqlite', '/etc/passwd', 'C:\\x', 'a/../../b']) {
    const archive = repacked(bytes, (parts) => ({ ...parts, [name]: strToU8('x') }));
    expect((await refused(archive)).facts.reason).toBe('unsafe-archive');
  }
});

it('refuses a bomb, and one that lies about its size while it goes off', async () => {
  const { 'manifest.json': manifest = new Uint8Array() } = unzipSync(await archiveOfNew());
  const zeros = new Uint8Array(70 * 1024 * 1024);
  for (const said of [zeros.length, 1000]) {
    const archive = pack({ 'manifest.json': manifest, 'library.sqlite': zeros }, (part) =>
      part === zeros ? said : part.length,
    );
    expect(archive.length).toBeLessThan(2 * 1024 * 1024);
    expect((await refused(archive)).facts.reason).toBe('bomb');
  }
});

it('does not take another program’s database for a library', async () => {
  const bytes = await archiveOfNew();
  const archive = repacked(bytes, (parts) => {
    const library = parts['library.sqlite'] as Uint8Array;
    library.set([1, 2, 3, 4], 68); // the application id in SQLite's header
    const sha256 = createHash('sha256').update(library).digest('hex');
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    return { 'manifest.json': strToU8(JSON.stringify({ ...manifest, sha256 })), 'library.sqlite': library };
  });
  expect((await refused(archive)).facts.reason).toBe('damaged-archive');
  expect(readFileSync(path.join(away.folder, 'library.sqlite')).length).toBeGreaterThan(0);
});

const own = (name: string) => ({
  name: { en: name, ko: '' },
  aliases: { en: [], ko: [] },
  cas: [],
  kind: 'base' as const,
  family: 'floral' as const,
  role: 'heart' as const,
  descriptors: [],
  flags: [],
});

let large: Promise<Uint8Array> | undefined;

/** An archive of six megabytes, most of it remembered columns, and with a material of its own; made once. */
async function makeLarge(): Promise<Uint8Array> {
  using studio = openStudio();
  await studio.client.materials.add({ facts: own('Brought') });
  const { collections, write } = studio.core.library;
  const mapping = Array.from({ length: 100_000 }, () => 'name' as const);
  for (let at = 0; at < 9; at++) {
    write(() => collections.remember(String(at), { kind: 'materials', mapping }, '2026-11-21'));
  }
  return bytesOf(await studio.client.collections.archive());
}

it('is swapped in at the end: whoever asks meanwhile sees the library as it was, and nobody writes into it', async () => {
  large ??= makeLarge();
  const uploadId = await upload(away, await large);
  const before = (await away.client.materials.list()).length;
  const seen = new Map<string, unknown>();
  for await (const { stage } of await away.client.collections.restore({ uploadId })) {
    if (stage === 'done') break;
    expect((await away.client.recipes.list({})).total).toBeGreaterThan(0);
    if (stage === 'copying' || stage === 'backing-up') {
      expect(await away.client.materials.list()).toHaveLength(before);
      seen.set(stage, await refusalOf(away.client.recipes.create({ name: { en: 'Lost', ko: '' } })));
    }
  }
  expect([...seen.values()]).not.toEqual([]);
  for (const refusal of seen.values()) expect(refusal).toMatchObject({ code: 'library.being-replaced' });
  expect((await away.client.materials.list()).length).toBe(before + 1);
  const { id } = await away.client.recipes.create({ name: { en: 'Kept', ko: '' } });
  expect((await away.client.recipes.open({ recipeId: id })).name.en).toBe('Kept');
});

it('leaves everything as it was when it is cancelled, or whoever asked goes away, and can be asked for again', async () => {
  large ??= makeLarge();
  const bytes = await large;
  const before = dumpOf(away.core.library);
  for (const how of ['cancelled', 'gone'] as const) {
    const uploadId = await upload(away, bytes);
    const stages: string[] = [];
    for await (const { stage } of await away.client.collections.restore({ uploadId })) {
      stages.push(stage);
      if (how === 'gone' && stage !== 'checking') break;
      if (how === 'cancelled') await away.client.collections.cancelRestore({ uploadId });
    }
    if (how === 'cancelled') expect(stages.at(-1)).toBe('cancelled');
    await expect
      .poll(async () => refusalOf(away.client.recipes.describe({ recipeId: 'none', archived: true })))
      .toMatchObject({ code: 'recipe.not-found' });
    expect(dumpOf(away.core.library)).toEqual(before);
    expect(await refusalOf(Promise.resolve(away.client.collections.restore({ uploadId })).then(drain))).toMatchObject({
      code: 'collection.not-found',
    });
  }
  expect((await give(away, bytes)).at(-1)?.stage).toBe('done');
  expect(away.bugs).toEqual([]);
});

it('tells every window that another library took the place of this one', async () => {
  const bytes = await archiveOfNew();
  const stop = new AbortController();
  const watched = away.client.calendar.watch(undefined, { signal: stop.signal });
  const heard = (async () => {
    for await (const { what } of await watched) if (what === 'library') return what;
    return undefined;
  })();
  await give(away, bytes);
  expect(await heard).toBe('library');
  stop.abort();
});

async function drain(stages: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stages);
}
