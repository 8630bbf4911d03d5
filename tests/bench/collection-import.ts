/** @file `npm run measure -- collection-import`: 20,000 rows of a collection, read, previewed, imported and taken back. */
import { rmSync } from 'node:fs';
import { invariant } from '#foundation/errors.ts';
import { collectionCsv } from '#tests/collections/table-of.ts';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import { watched } from './watched.ts';

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly goal?: string;
  readonly holds?: boolean;
}

const longest = 50; // ms
/* A block by the clock also holds what other programs took of the processor; `work` is what this thread did in it. */

/** Rows a second, and the longest turn of the event loop in each act: by the clock, and in work of its thread. `quick` does 2,000 rows. */
export async function measureCollectionImport({
  quick,
  seed,
}: {
  readonly quick: boolean;
  readonly seed: number;
}): Promise<Readonly<Record<string, Figure>>> {
  const rows = quick ? 2000 : 20_000;
  const folder = temporaryFolder();
  const studio = openStudio({ folder });
  const { collections } = studio.client;
  const defaults = { kind: 'synthetic', family: 'floral', role: 'heart', currency: 'EUR', date: '2026-11-21' } as const;
  try {
    const file = new File([collectionCsv(rows, seed)], 'organ.csv');
    const read = await watched(() => collections.read({ file }));
    const { tableId, kind, guesses } = read.answer;
    const wanted = { tableId, kind, mapping: guesses.materials };
    const preview = await watched(() => collections.preview(wanted));
    invariant(preview.answer.counts.fresh === rows, 'every row is new');
    const choices = { byCas: 'update', byName: 'update', rows: {} } as const;
    const kept = await watched(async () => {
      let told = 0;
      for await (const stage of await collections.import({ ...wanted, choices, defaults })) {
        told += 1;
        if (stage.stage === 'done') invariant(stage.added === rows, 'every row is added');
      }
      return told;
    });
    const [last] = await collections.imports();
    const undone = await watched(() => collections.undo({ importId: last?.id ?? '' }));
    invariant(undone.answer.removed === rows, 'every row is taken back');
    const idle = await watched(() => new Promise((resolve) => setTimeout(resolve, 500)));
    const work = (value: number): Figure => ({
      value,
      unit: 'ms',
      goal: `at most ${longest} ms`,
      holds: value <= longest,
    });
    const wall = (value: number): Figure => ({ value, unit: 'ms' });
    return {
      'collection-import.rows': { value: rows, unit: 'rows' },
      'collection-import.rows-a-second': { value: (rows / kept.took) * 1000, unit: 'rows/s' },
      'collection-import.progress-told': { value: kept.answer, unit: 'times' },
      'collection-import.longest-work-reading': work(read.work),
      'collection-import.longest-block-reading': wall(read.block),
      'collection-import.longest-work-previewing': work(preview.work),
      'collection-import.longest-block-previewing': wall(preview.block),
      'collection-import.longest-work-importing': work(kept.work),
      'collection-import.longest-block-importing': wall(kept.block),
      'collection-import.longest-work-undoing': work(undone.work),
      'collection-import.longest-block-undoing': wall(undone.block),
      'collection-import.longest-block-idle': wall(idle.block),
      'collection-import.undo-took': { value: undone.took, unit: 'ms' },
    };
  } finally {
    studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
