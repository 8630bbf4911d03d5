import { cpSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexTables } from '#library/vectors/index-tables.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import type { SearchIndex, Source } from '#library/vectors/search-index.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { randomFrom } from '#tests/library/random-edit.ts';
import { ArraySource, keptLog, temporaryFolder, whenReady } from './temporary-index.ts';

const size = 300;
const library = new SyntheticLibrary(size, { dimensions: 8 });
const rows = Array.from({ length: size }, (_, n) => library.row(n));
const encoder = { id: 'ours', dimensions: 8 };
const place = temporaryFolder();
const pristine = join(place.folder, 'pristine');
const trial = join(place.folder, 'trial');

const open = async <S extends Source = ArraySource>(folder: string, source: S = new ArraySource(rows) as never) => {
  const log = keptLog();
  const index = await openSearchIndex({
    place: { kind: 'folder', folder },
    encoder,
    source,
    termsOf: syntheticTerms,
    log,
    tuning: { memoryUpTo: -1, patience: 30_000 },
  });
  return { index, log, source };
};

const filters = syntheticFilters['80 %'];
const vector = library.question(4);
const asked = {
  lexical: async (index: SearchIndex) =>
    (await index.lexical({ terms: library.questionTerms(1), filters, limit: size })).map(({ id }) => id).sort(),
  exact: async (index: SearchIndex) =>
    (await index.exact({ texts: ['SKU11', rows[40]!.item.id], limit: 5 })).map(({ id }) => id).sort(),
  page: (index: SearchIndex) => index.page({ filters, order: { by: 'pricePerKg' }, limit: 20 }),
  count: (index: SearchIndex) => index.count(syntheticFilters['5 %']),
  items: async (index: SearchIndex) => [...(await index.itemsOf([rows[5]!.item.id])).values()],
  facets: (index: SearchIndex) => index.facetCounts(filters, ['families', 'kind']),
};
const answers = async (index: SearchIndex) =>
  Object.fromEntries(await Promise.all(Object.entries(asked).map(async ([name, ask]) => [name, await ask(index)])));
const nearest = async (index: SearchIndex) => (await index.nearest({ vector, filters, limit: 10 })).map(({ id }) => id);

const damages = {
  empty: (file: string) => truncateSync(file, 0),
  'cut in half': (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  garbage: (file: string) => {
    const random = randomFrom(5);
    writeFileSync(file, Buffer.from(Array.from({ length: statSync(file).size }, () => Math.floor(random() * 256))));
  },
  gone: (file: string) => rmSync(file),
};

/** Every file of the index, told apart by what it is: data, manifest, index of which column. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

let expected: Awaited<ReturnType<typeof answers>>;
let near: readonly string[];

beforeAll(async () => {
  const { index } = await open(pristine);
  await whenReady(index);
  await index.close();
  const tables = await IndexTables.at({ kind: 'folder', folder: pristine }, encoder);
  const { table } = await tables.newest(0);
  await table.index(true, 10_000);
  await table.tidy(new Date());
  table.close();
  tables.close();
  const healthy = await open(pristine);
  expected = await answers(healthy.index);
  near = await nearest(healthy.index);
  await healthy.index.close();
});
afterAll(() => place.remove());

async function damaged(act: (folder: string) => void, what = '') {
  rmSync(trial, { recursive: true, force: true });
  cpSync(pristine, trial, { recursive: true });
  act(trial);
  const opened = await open(trial);
  expect(await answers(opened.index), what).toEqual(expected);
  await nearest(opened.index);
  await whenReady(opened.index);
  expect(opened.index.state()).toEqual({ stage: 'ready', rows: size });
  expect(await answers(opened.index)).toEqual(expected);
  expect(await nearest(opened.index)).toEqual(near);
  await opened.index.close();
  expect(opened.log.bugs).toEqual([]);
  return opened;
}

/** One file of every sort, with two kinds of damage each: all of them would take half a minute. */
const sortsOf = (folder: string) => [
  ...new Map(filesOf(folder).map((file) => [basename(file).replace(/^[0-9a-f-]{18,}/, '…'), file])),
];

describe('a damaged index', () => {
  it('opens, answers and heals, whichever file is empty, cut, garbage or gone', async () => {
    const kinds = Object.values(damages);
    const sorts = sortsOf(pristine);
    expect(sorts.length).toBeGreaterThanOrEqual(12);
    for (const [n, [, file]] of sorts.entries()) {
      for (const damage of [kinds[n % 4], kinds[(n + 2) % 4]])
        await damaged((folder) => damage?.(join(folder, file)), `${file} ${damage}`);
    }
  });

  it('never lets its empty successor answer those who wait in line', async () => {
    rmSync(trial, { recursive: true, force: true });
    cpSync(pristine, trial, { recursive: true });
    for (const file of filesOf(trial)) if (file.includes('/data/')) truncateSync(join(trial, file), 0);
    const told = new ArraySource(rows);
    const slow: Source = {
      count: () => told.count(),
      vectors: (items) => told.vectors(items),
      async *items() {
        await setTimeout(300);
        yield* told.items();
      },
    };
    const { index } = await open(trial, slow);
    const answers = await Promise.all(Array.from({ length: 12 }, () => asked.page(index)));
    expect(new Set(answers.map((ids) => ids.join()))).toEqual(new Set([(expected.page as string[]).join()]));
    await index.close();
  });

  it('opens and answers when its folder is gone', async () => {
    const { source } = await damaged((folder) => rmSync(folder, { recursive: true }));
    expect(source.encoded).toBe(size);
  });

  it('opens and answers when there is a file where its folder was', async () => {
    rmSync(trial, { recursive: true, force: true });
    writeFileSync(trial, 'not a folder');
    const { index } = await open(trial);
    expect(index.state()).toMatchObject({ stage: 'scanning' });
    expect(await answers(index)).toEqual(expected);
    await index.reconcile();
    expect(await nearest(index)).toEqual(near);
    await index.close();
    rmSync(trial);
  });

  it('encodes nothing again when only an index of it is lost, since its vectors are still there', async () => {
    const { source, log } = await damaged((folder) => {
      for (const file of filesOf(folder)) if (file.includes('_indices')) rmSync(join(folder, file));
    });
    expect(source.encoded).toBe(0);
    expect(log.warnings.join()).toContain('damaged');
  });

  it('answers the question that finds the damage, says so, heals, and keeps what is written meanwhile', async () => {
    rmSync(trial, { recursive: true, force: true });
    cpSync(pristine, trial, { recursive: true });
    const { index, source } = await open(trial);
    await index.reconcile();
    rmSync(trial, { recursive: true });
    expect(await answers(index)).toEqual(expected);
    expect(index.state()).toMatchObject({ stage: 'scanning', because: 'damaged', total: size });
    const extra = library.row(size + 1);
    source.rows.set(extra.item.id, extra);
    await index.put([extra]);
    expect(await index.exact({ texts: [extra.item.id], limit: 1 })).toHaveLength(1);
    await whenReady(index);
    expect(await nearest(index)).toEqual(near);
    expect(await index.exact({ texts: [extra.item.id], limit: 1 })).toHaveLength(1);
    expect(await index.count()).toBe(size + 1);
    await index.close();
  });

  it('finds what is put although the folder goes while it is written', async () => {
    rmSync(trial, { recursive: true, force: true });
    cpSync(pristine, trial, { recursive: true });
    const { index, source } = await open(trial);
    await index.reconcile();
    const extra = Array.from({ length: 20 }, (_, n) => library.row(size + n));
    for (const row of extra) source.rows.set(row.item.id, row);
    const writing = Promise.all(extra.map((row) => index.put([row])));
    rmSync(trial, { recursive: true });
    await writing;
    await whenReady(index);
    expect(await index.count()).toBe(size + 20);
    await index.close();
  });
});
