import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import { SyntheticLibrary, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { randomFrom } from '#tests/library/random-edit.ts';
import { ArraySource, keptLog, temporaryFolder, whenReady } from './temporary-index.ts';

const library = new SyntheticLibrary(100_000, { dimensions: 8 });
const rounds = 3;

/** Writes from row `first` on, is killed after `writes` writes and `ms` more; answers how many rows it had said are certain. */
async function writeUntilKilled(folder: string, first: number, writes: number, ms: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('write-forever.ts', import.meta.url)), folder, String(first)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let certain = first;
  let left = writes;
  for await (const line of createInterface(child.stdout)) {
    certain = Number(line);
    left -= 1;
    if (left === 0) setTimeout(() => child.kill('SIGKILL'), ms);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return certain;
}

it('an index that is killed in the middle of any write opens, lacks nothing that was certain, and catches up', async () => {
  const { folder, remove } = temporaryFolder();
  const random = randomFrom(11);
  try {
    let certain = 0;
    for (let round = 0; round < rounds; round++) {
      certain = await writeUntilKilled(folder, certain, 2 + Math.floor(random() * 8), random() * 60);
      const source = new ArraySource(Array.from({ length: certain }, (_, n) => library.row(n)));
      const log = keptLog();
      const index = await openSearchIndex({
        place: { kind: 'folder', folder },
        encoder: { id: 'ours', dimensions: 8 },
        source,
        termsOf: syntheticTerms,
        log,
        tuning: { memoryUpTo: -1, patience: 30_000 },
      });
      await whenReady(index);
      await index.reconcile();
      expect(source.encoded).toBe(0);
      expect(await index.count()).toBe(certain);
      const last = library.row(certain - 1);
      expect((await index.nearest({ vector: last.vector, limit: 1 }))[0]?.id).toBe(last.item.id);
      expect(await index.exact({ texts: [last.item.id], limit: 5 })).toHaveLength(1);
      await index.close();
      expect(log.bugs).toEqual([]);
    }
  } finally {
    remove();
  }
});
