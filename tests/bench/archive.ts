/**
 * @file `npm run measure -- compose`: a large library replaced by an archive, and the physics of a long formula, each with the
 * longest that anybody else had to wait for the thread that serves them.
 */
import { rmSync } from 'node:fs';
import { invariant } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { emptyShelf } from '#library/material-library.ts';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import type { Figure, Measuring } from './safety.ts';
import { watched } from './watched.ts';

type Told = Omit<Figure, 'goal' | 'holds'> & Partial<Pick<Figure, 'goal' | 'holds'>>;

const longest = 50; // ms
const piece = 4 * 1024 * 1024;
/** The search looks around for the first time so long after the studio was opened. */
const waking = 8500; // ms

/** Restores 20,000 own materials and follows 400 lines. `quick` takes 2,000. */
export async function measureArchive({ quick }: Measuring): Promise<Record<string, Told>> {
  const count = quick ? 2000 : 20_000;
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  const full = openStudio({ folder: folders[0] });
  let archive: File;
  try {
    fill(full, count);
    archive = await full.client.collections.archive();
  } finally {
    full.close();
  }
  const studio = openStudio({ folder: folders[1] });
  try {
    const bytes = new Uint8Array(await archive.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, waking));
    await settled();
    const restored = await watched(() => restore(studio, bytes));
    invariant(restored.answer === 'done', 'it was restored');
    const followed = await watched(settled);
    const ids = (await studio.client.collections.materials({ offset: 0, limit: 400 })).materials;
    const long = {
      formula: { lines: [...formulaOf(...ids.map(({ material }) => line(material.id, '1'))).lines] },
      product: product(),
    };
    const evolved = await watched(() => studio.client.physics.evolve(long));
    const assessed = await watched(() => studio.client.safety.stability(long));
    const work = (value: number): Told => ({
      value,
      unit: 'ms',
      goal: `at most ${longest} ms`,
      holds: value <= longest,
    });
    return {
      'archive.materials': { value: count, unit: 'materials' },
      'archive.size': { value: bytes.length / 1e6, unit: 'MB' },
      'archive.restore-took': { value: restored.took, unit: 'ms' },
      'archive.longest-work-restoring': work(restored.work),
      'archive.longest-block-restoring': { value: restored.block, unit: 'ms' },
      'archive.longest-work-following': work(followed.work),
      'archive.longest-block-following': { value: followed.block, unit: 'ms' },
      'physics.evolve400.took': { value: evolved.took, unit: 'ms' },
      'physics.evolve400.longest-work': work(evolved.work),
      'physics.stability400.took': { value: assessed.took, unit: 'ms' },
      'physics.stability400.longest-work': work(assessed.work),
    };
  } finally {
    studio.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Until the search has looked through what is new: it works in slices of its own. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 6000));
}

function fill({ core: { library } }: OpenStudio, count: number): void {
  const names = Array.from({ length: count }, (_, at) => `Own ${at}`);
  library.write(() => {
    for (const [at, name] of names.entries()) {
      const facts = {
        name: { en: name, ko: '' },
        aliases: { en: [], ko: [] },
        cas: [],
        kind: 'base',
        family: 'floral',
        role: 'heart',
        descriptors: [],
        flags: [],
      };
      const id = `own-${String(at).padStart(6, '0')}` as MaterialId;
      library.materials.put(
        { id, origin: 'own', facts, shelf: emptyShelf, archived: false, revision: 1 },
        '2026-11-21',
      );
    }
  });
}

async function restore({ client }: OpenStudio, bytes: Uint8Array): Promise<string | undefined> {
  const [uploadId, size] = ['measure', bytes.length];
  for (let at = 0; at < size; at += piece) {
    const part = new File([bytes.slice(at, at + piece)], 'piece');
    await client.collections.upload({ uploadId, name: 'a.sillage', at, size, piece: part });
  }
  let last: string | undefined;
  for await (const { stage } of await client.collections.restore({ uploadId })) last = stage;
  return last;
}
