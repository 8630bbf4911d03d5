import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { line } from '#tests/fixtures/bench.ts';
import { openStudio, refusalOf, temporaryFolder } from '#tests/library/open-studio.ts';

const lines = (count: number, note: string) =>
  Array.from({ length: count }, (_, n) => line('lavender-oil', '1', { id: `${note.split(' ', 1)}-${n}`, note }));
const adding = (count: number, note: string) => ({
  formula: { lines: lines(count, note).map((after) => ({ lineId: after.id, after })) },
});

it('an edit that no longer fits is refused whole, and what was there stays', async () => {
  using studio = openStudio();
  const { client, core, folder } = studio;
  const made = await client.recipes.create({ name: { en: 'Rose', ko: '' }, formula: { lines: lines(2, 'old') } });
  const { db } = core.library;
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
  const change = adding(400, 'new and long enough to need pages of its own');
  const edit = { recipeId: made.id, revision: 1, kind: 'paste' as const, change };
  expect(await refusalOf(client.recipes.edit(edit))).toEqual({
    kind: 'REFUSED',
    code: 'library.disk-full',
    facts: { folder },
  });
  expect(await client.recipes.open({ recipeId: made.id })).toEqual(made);
  db.pragma('max_page_count = 1000000');
  expect(await client.recipes.edit(edit)).toMatchObject({ revision: 2, canUndo: true });
  expect(studio.bugs).toEqual([]);
});

/** A disk of a megabyte, where this machine lets us have one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

const disk = smallDisk();

it.skipIf(!disk)('a disk that is really full gives the same sentence, when editing and when opening', async () => {
  const home = disk as string;
  try {
    const folder = path.join(home, 'library');
    using studio = openStudio({ folder });
    const made = await studio.client.recipes.create({ name: { en: 'Rose', ko: '' } });
    writeFileSync(path.join(home, 'ballast'), Buffer.alloc(100_000));
    let refusal: unknown;
    for (let revision = 1; refusal === undefined && revision < 500; revision++) {
      const change = adding(5, `${revision} ${'x'.repeat(1500)}`);
      refusal = await refusalOf(studio.client.recipes.edit({ recipeId: made.id, revision, kind: 'paste', change }));
    }
    expect(refusal).toMatchObject({ code: 'library.disk-full' });
    const left = await studio.client.recipes.open({ recipeId: made.id });
    studio.close();
    rmSync(path.join(home, 'ballast'));
    using again = openStudio({ folder });
    expect(again.core.library.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(await again.client.recipes.open({ recipeId: made.id })).toEqual(left);
    again.close();
    fill(path.join(home, 'ballast'));
    expect(() => openLibrary(path.join(home, 'other'))).toThrow(/^library\.disk-full/);
  } finally {
    spawnSync('umount', [home]);
    rmSync(home, { recursive: true, force: true });
  }
});

function fill(file: string): void {
  for (let size = 1 << 20; size >= 1024; size >>= 1) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // full for pieces of this size; smaller ones may still fit
    }
  }
}
