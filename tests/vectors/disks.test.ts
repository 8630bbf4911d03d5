import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import { whyNotWritable } from '#library/vectors/scan-reason.ts';
import { SyntheticLibrary, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { ArraySource, keptLog, temporaryFolder, whenReady } from './temporary-index.ts';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const withoutLinks = (...command: readonly string[]) =>
  spawnSync('perl', [beside('without-hard-links.pl'), ...command], { encoding: 'utf8' });
const canRefuseLinks = process.platform === 'linux' && withoutLinks('true').status === 0;
const isRoot = process.getuid?.() === 0;

const library = new SyntheticLibrary(1500, { dimensions: 64 });
const rows = Array.from({ length: 1500 }, (_, n) => library.row(n));

/** A disk of so many megabytes in `folder`, where this machine lets us have one. */
function mounted(folder: string, size: string, more = ''): boolean {
  if (process.platform !== 'linux' || !isRoot) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `${more}size=${size}`, 'tmpfs', folder]).status === 0;
}

describe('an index on a disk', () => {
  it.skipIf(!canRefuseLinks)('without hard links scans and says so, and is built once the disk has them', async () => {
    const { folder, remove } = temporaryFolder();
    try {
      const said = withoutLinks(process.execPath, beside('answer-once.ts'), folder);
      const { state, count, nearest, lance } = JSON.parse(said.stdout);
      expect(lance).toMatch(/not permitted/i);
      expect(state).toEqual({ stage: 'scanning', because: 'no-hard-links', done: 80, total: 80 });
      expect(count).toBe(81);
      expect(nearest[0]).toMatch(/:s90$/);
      const free = JSON.parse(
        spawnSync(process.execPath, [beside('answer-once.ts'), folder], { encoding: 'utf8' }).stdout,
      );
      expect(free).toEqual({ state: { stage: 'ready', rows: 81 }, count: 81, nearest, lance: 'commits' });
    } finally {
      remove();
    }
  });

  it('that is full scans and says so, and goes on when there is room again', async ({ skip }) => {
    const { folder, remove } = temporaryFolder();
    const disk = join(folder, 'small disk');
    mkdirSync(disk);
    if (!mounted(disk, '1m')) skip('no right to mount a small disk here');
    const index = await openSearchIndex({
      place: { kind: 'folder', folder: disk },
      encoder: { id: 'ours', dimensions: 64 },
      source: new ArraySource(rows),
      termsOf: syntheticTerms,
      log: keptLog(),
      tuning: { memoryUpTo: -1, patience: 30_000 },
    });
    try {
      await index.reconcile();
      expect(index.state()).toMatchObject({ stage: 'scanning', because: 'disk-full', total: 1500 });
      expect(await index.count()).toBe(1500);
      expect(await index.exact({ texts: ['SKU1499'], limit: 2 })).toHaveLength(1);
      mounted(disk, '200m', 'remount,');
      await index.reconcile();
      await whenReady(index);
      expect(index.state()).toEqual({ stage: 'ready', rows: 1500 });
      expect((await index.nearest({ vector: rows[1499]!.vector, limit: 1 }))[0]?.id).toBe(rows[1499]?.item.id);
    } finally {
      await index.close();
      spawnSync('umount', [disk]);
      remove();
    }
  });

  it('that cannot be written scans and says so', async ({ skip }) => {
    const { folder, remove } = temporaryFolder();
    const disk = join(folder, 'fixed disk');
    mkdirSync(disk);
    if (!isRoot) chmodSync(disk, 0o555);
    else if (!mounted(disk, '1m', 'ro,')) skip('no right to mount a disk here');
    const index = await openSearchIndex({
      place: { kind: 'folder', folder: join(disk, 'index') },
      encoder: { id: 'ours', dimensions: 64 },
      source: new ArraySource(rows.slice(0, 50)),
      termsOf: syntheticTerms,
      log: keptLog(),
    });
    try {
      await index.reconcile();
      expect(index.state()).toEqual({ stage: 'scanning', because: 'read-only', done: 50, total: 50 });
      expect((await index.nearest({ vector: rows[7]!.vector, limit: 1 }))[0]?.id).toBe(rows[7]?.item.id);
    } finally {
      await index.close();
      if (isRoot) spawnSync('umount', [disk]);
      else chmodSync(disk, 0o755);
      remove();
    }
  });

  it('that is well is found well, and no trace of the trial stays', async () => {
    const { folder, remove } = temporaryFolder();
    expect(await whyNotWritable({ kind: 'folder', folder: join(folder, 'new') })).toBeUndefined();
    writeFileSync(join(folder, 'file'), '');
    expect(await whyNotWritable({ kind: 'folder', folder: join(folder, 'file') })).toBe('unknown');
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
    remove();
  });
});
