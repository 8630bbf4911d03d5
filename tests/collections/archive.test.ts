import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { dumpOf } from './dump.ts';

let home: OpenStudio;
let away: OpenStudio;
beforeEach(() => {
  home = openStudio();
  away = openStudio();
});
afterEach(() => {
  home[Symbol.dispose]();
  away[Symbol.dispose]();
});

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

async function give(studio: OpenStudio, bytes: Uint8Array, pieces = 1) {
  const size = bytes.length;
  const length = Math.ceil(size / pieces);
  let answer: Awaited<ReturnType<typeof studio.client.collections.restore>> = null;
  for (let at = 0; at < size; at += length) {
    const piece = new File([bytes.slice(at, at + length)], 'piece');
    answer = await studio.client.collections.restore({ uploadId: 'u', name: 'a.sillage', at, size, piece });
  }
  return answer;
}

const refused = async (bytes: Uint8Array) => {
  const before = dumpOf(away.core.library);
  const refusal = await refusalOf(give(away, bytes));
  expect(dumpOf(away.core.library)).toEqual(before);
  return refusal as { code: string; facts: { reason: string } };
};
const repacked = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>) =>
  zipSync(change(unzipSync(bytes)));

it('brings everything back, row by row the same, and keeps what was there before as a backup', async () => {
  await home.client.materials.add({
    facts: {
      name: { en: 'Own 🌹', ko: '내 것' },
      aliases: { en: [], ko: [] },
      cas: [],
      kind: 'base',
      family: 'floral',
      role: 'heart',
      descriptors: [],
      flags: [],
    },
  });
  const { recipes } = await home.client.recipes.list({});
  await home.client.recipes.keepTrial({ recipeId: recipes[0]?.id ?? '' });
  const before = dumpOf(home.core.library);
  const archive = await home.client.collections.archive();
  expect(archive.name).toMatch(/^Sillage \d{4}-\d\d-\d\d\.sillage$/);
  const answer = await give(away, await bytesOf(archive), 3);
  expect(answer?.backup).toContain('before-archive');
  expect(dumpOf(away.core.library)).toEqual(before);
  expect(await away.client.materials.list()).toEqual(await home.client.materials.list());
  const again = await bytesOf(await away.client.collections.archive());
  const third = openStudio();
  await give(third, again);
  expect(dumpOf(third.core.library)).toEqual(before);
  third[Symbol.dispose]();
});

it('can be worked on at once after it was brought back, and opens again', async () => {
  const bytes = await bytesOf(await home.client.collections.archive());
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
  const bytes = await bytesOf(await home.client.collections.archive());
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
  const bytes = await bytesOf(await home.client.collections.archive());
  for (const newer of [{ version: 2 }, { library: 999 }]) {
    const archive = repacked(bytes, (parts) => {
      const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
      return { ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...newer })) };
    });
    expect((await refused(archive)).facts.reason).toBe('newer-schema');
  }
});

it('refuses paths that lead elsewhere', async () => {
  const bytes = await bytesOf(await home.client.collections.archive());
  for (const name of ['../library.sqlite', '/etc/passwd', 'C:\\x', 'a/../../b']) {
    const archive = repacked(bytes, (parts) => ({ ...parts, [name]: strToU8('x') }));
    expect((await refused(archive)).facts.reason).toBe('unsafe-archive');
  }
});

it('refuses a bomb while it goes off', async () => {
  const bytes = await bytesOf(await home.client.collections.archive());
  const archive = repacked(bytes, (parts) => ({ ...parts, 'library.sqlite': new Uint8Array(70 * 1024 * 1024) }));
  expect(archive.length).toBeLessThan(2 * 1024 * 1024);
  expect((await refused(archive)).facts.reason).toBe('bomb');
});

it('does not take another program’s database for a library', async () => {
  const bytes = await bytesOf(await home.client.collections.archive());
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
