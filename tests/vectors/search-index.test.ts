import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { dropSearchIndex } from '#library/vectors/index-tables.ts';
import { openSearchIndex, type Tuning } from '#library/vectors/open-search-index.ts';
import type { IndexState, SearchIndex } from '#library/vectors/search-index.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { ArraySource, keptLog, temporaryFolder, whenReady } from './temporary-index.ts';

const dimensions = 16;
const library = new SyntheticLibrary(3000, { dimensions });
const rowsOf = (count: number) => Array.from({ length: count }, (_, n) => library.row(n));
/** The table answers, whatever its size. */
const byTable: Partial<Tuning> = { memoryUpTo: -1, patience: 30_000 };

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function place() {
  const { folder, remove } = temporaryFolder();
  ends.push(remove);
  return folder;
}

async function open(folder: string, source: ArraySource, tuning: Partial<Tuning> = byTable, encoder = 'ours-1') {
  const log = keptLog();
  const index = await openSearchIndex({
    place: { kind: 'folder', folder },
    encoder: { id: encoder, dimensions },
    source,
    termsOf: syntheticTerms,
    log,
    tuning,
  });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await index.close();
    isOpen = false;
  };
  ends.push(close);
  return { index, log, close };
}

const filters = syntheticFilters['5 %'];
async function answers(index: SearchIndex) {
  const vector = library.question(2);
  return {
    nearest: (await index.nearest({ vector, filters, limit: 5 })).map(({ id }) => id),
    lexical: new Set(
      (await index.lexical({ terms: library.questionTerms(2), filters, limit: 5000 })).map(({ id }) => id),
    ),
    exact: await index.exact({ texts: ['SKU11'], limit: 5 }),
    page: await index.page({ filters, order: { by: 'changed', descending: true }, limit: 5 }),
    count: await index.count(filters),
  };
}

describe('a search index', () => {
  it('builds itself from the source, and tells how far it is until it is ready', async () => {
    const source = new ArraySource(rowsOf(1500));
    const { index } = await open(place(), source);
    const told: IndexState[] = [index.state()];
    const stop = new AbortController();
    const listening = (async () => {
      for await (const state of index.states(stop.signal)) told.push(state);
    })();
    await whenReady(index);
    stop.abort();
    await listening;
    expect(told[0]).toEqual({ stage: 'scanning', because: 'new', done: 0, total: 1500 });
    expect(told.at(-1)).toEqual({ stage: 'ready', rows: 1500 });
    expect(source.encoded).toBe(1500);
  });

  it('answers the same while it is built, when it is built, and when memory answers', async () => {
    const folder = place();
    const source = new ArraySource(rowsOf(1500));
    const small = await open(folder, source, { memoryUpTo: 2000 });
    await whenReady(small.index);
    const expected = await answers(small.index);
    await small.close();
    const { index } = await open(folder, source);
    expect(index.state()).toEqual({ stage: 'ready', rows: 1500 });
    expect(await answers(index)).toEqual(expected);
    expect(source.encoded).toBe(1500);
  });

  it('opens again without encoding anything, and encodes only what changed meanwhile', async () => {
    const folder = place();
    const source = new ArraySource(rowsOf(300));
    const first = await open(folder, source);
    await whenReady(first.index);
    await first.close();
    const [changed, gone, added] = [library.row(5), library.row(6), library.row(400)];
    source.rows.set(changed.item.id, { ...changed, item: { ...changed.item, words: 'altogether different' } });
    source.rows.delete(gone.item.id);
    source.rows.set(added.item.id, added);
    source.encoded = 0;
    const { index } = await open(folder, source);
    await index.reconcile();
    expect(source.encoded).toBe(2);
    expect((await index.lexical({ terms: ['altogether'], limit: 3 })).map(({ id }) => id)).toEqual([changed.item.id]);
    expect(await index.exact({ texts: [gone.item.id], limit: 1 })).toEqual([]);
    expect(await index.exact({ texts: [added.item.id], limit: 1 })).toHaveLength(1);
    expect(await index.count()).toBe(300);
  });

  it.each([
    { answering: 'the table', tuning: byTable },
    { answering: 'memory', tuning: {} },
  ])('finds what was put and not what was removed, at once, when $answering answers', async ({ tuning }) => {
    const folder = place();
    const source = new ArraySource(rowsOf(50));
    const { index, close } = await open(folder, source, tuning);
    await whenReady(index);
    const [extra, moved] = [library.row(60), library.row(3)];
    await index.put([extra, { ...moved, vector: extra.vector }]);
    const near = await index.nearest({ vector: extra.vector, limit: 2 });
    expect(new Set(near.map(({ id }) => id))).toEqual(new Set([extra.item.id, moved.item.id]));
    await index.remove([extra.item.id, 'material:never there']);
    expect(await index.exact({ texts: [extra.item.id], limit: 1 })).toEqual([]);
    expect(await index.count()).toBe(50);
    source.rows.set(moved.item.id, { ...moved, vector: extra.vector });
    await close();
    const again = await open(folder, source);
    expect(await again.index.count()).toBe(50);
    expect((await again.index.vectorsOf([moved.item.id])).get(moved.item.id)).toEqual(extra.vector);
  });

  it('keeps one row of an id, however many write it at the same time, and the last one', async () => {
    const { index } = await open(place(), new ArraySource([]));
    await whenReady(index);
    const row = library.row(1);
    await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        index.put([{ ...row, item: { ...row.item, words: `version${n}` } }, library.row(10 + (n % 5))]),
      ),
    );
    expect(await index.count()).toBe(6);
    expect((await index.itemsOf([row.item.id])).get(row.item.id)?.words).toBe('version24');
  });

  it('does not let what the source said earlier overwrite what was put meanwhile', async () => {
    const source = new ArraySource(rowsOf(1200));
    const { index } = await open(place(), source);
    const row = library.row(1100);
    const newer = { ...row, item: { ...row.item, words: 'newer' } };
    await index.put([newer]);
    await index.remove([library.row(1150).item.id]);
    await whenReady(index);
    expect((await index.itemsOf([row.item.id])).get(row.item.id)?.words).toBe('newer');
    expect(await index.exact({ texts: [library.row(1150).item.id], limit: 1 })).toEqual([]);
  });

  it('hands over from memory to the table when it outgrows memory', async () => {
    const { index } = await open(place(), new ArraySource(rowsOf(90)), { memoryUpTo: 100, tidyAfter: 3 });
    await whenReady(index);
    for (let n = 200; n < 240; n += 10) await index.put(Array.from({ length: 10 }, (_, i) => library.row(n + i)));
    expect(await index.count()).toBe(130);
    expect(await index.nearest({ vector: library.row(225).vector, limit: 1 })).toMatchObject([
      { id: library.row(225).item.id },
    ]);
  });

  it('tidies: many small writes leave few files', async () => {
    const folder = place();
    const { index } = await open(folder, new ArraySource(rowsOf(10)), { ...byTable, tidyAfter: 1000 });
    await whenReady(index);
    for (let n = 20; n < 40; n++) await index.put([library.row(n)]);
    const data = () =>
      readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.lance')).length;
    const before = data();
    await index.maintain();
    expect(await index.count()).toBe(30);
    expect((await index.nearest({ vector: library.row(33).vector, limit: 1 }))[0]?.id).toBe(library.row(33).item.id);
    expect(before).toBeGreaterThan(20);
  });

  it('reads what was found as it is now, wherever its row has gone meanwhile', async () => {
    const { index, log } = await open(place(), new ArraySource(rowsOf(200)));
    await whenReady(index);
    const find = async () => (await index.nearest({ vector: library.question(3), limit: 6 })).map(({ id }) => id);
    const [changed, gone, ...rest] = await find();
    const { item, vector } = rowsOf(200).find((row) => row.item.id === changed) ?? library.row(0);
    const found = [changed as string, gone as string, ...rest];
    const asking = [index.put([{ item: { ...item, title: { en: 'Changed' } }, vector }]), find(), find()] as const;
    await Promise.all(asking);
    expect((await index.itemsOf(found)).get(item.id)?.title).toEqual({ en: 'Changed' });
    await find();
    await index.remove([gone as string]);
    await index.maintain();
    const items = await index.itemsOf(found);
    expect([...items.keys()].toSorted()).toEqual([changed, ...rest].toSorted());
    expect(items.get(item.id)?.title).toEqual({ en: 'Changed' });
    expect((await index.vectorsOf(found)).size).toBe(5);
    expect(log.warnings).toEqual([]);
  });

  it('keeps the tables of two encoders apart, and drops one without the other', async () => {
    const folder = place();
    const source = new ArraySource(rowsOf(40));
    const one = await open(folder, source, byTable, 'ours / 1');
    const two = await open(folder, source, byTable, 'ours \\ 1');
    await Promise.all([whenReady(one.index), whenReady(two.index)]);
    await one.index.remove([library.row(0).item.id]);
    expect(await two.index.count()).toBe(40);
    await two.close();
    await dropSearchIndex({ kind: 'folder', folder }, { id: 'ours \\ 1', dimensions });
    expect(await one.index.count()).toBe(39);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lance'))).toHaveLength(1);
  });

  it('drops a question that nobody waits for any more', async () => {
    const { index } = await open(place(), new ArraySource(rowsOf(200)));
    await whenReady(index);
    const given = new AbortController();
    const asked = Array.from({ length: 12 }, () =>
      index.nearest({ vector: library.question(1), limit: 3, signal: given.signal }).then(
        () => 'answered',
        () => 'dropped',
      ),
    );
    given.abort();
    expect((await Promise.all(asked)).filter((end) => end === 'dropped').length).toBeGreaterThanOrEqual(8);
  });

  it('answers from what it knows and says so in the log when the source fails', async () => {
    const folder = place();
    const source = new ArraySource(rowsOf(30));
    const first = await open(folder, source);
    await whenReady(first.index);
    await first.close();
    source.items = () => {
      throw new Error('the database is locked');
    };
    const { index, log } = await open(folder, source);
    await index.reconcile();
    expect(log.bugs).not.toEqual([]);
    expect(log.warnings).toEqual([]);
    expect(await index.count()).toBe(30);
    expect(index.state()).toEqual({ stage: 'ready', rows: 30 });
  });

  it('closes in the middle of building, and goes on from there', async () => {
    const folder = place();
    const source = new ArraySource(rowsOf(2000));
    const first = await open(folder, source);
    while (source.encoded < 1000) await new Promise((resolve) => setTimeout(resolve, 1));
    await first.close();
    const encoded = source.encoded;
    expect(encoded).toBeLessThan(2000);
    const { index } = await open(folder, source);
    await whenReady(index);
    expect(source.encoded).toBeLessThanOrEqual(2000 + 500);
    expect(await index.count()).toBe(2000);
  });
});
