import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import type { SearchIndex } from '#library/vectors/search-index.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { type LocalObjectStore, localObjectStore } from './local-object-store.ts';
import { ArraySource, keptLog, temporaryFolder, whenReady } from './temporary-index.ts';

const library = new SyntheticLibrary(300, { dimensions: 8 });
const rows = Array.from({ length: 120 }, (_, n) => library.row(n));

let store: LocalObjectStore;
beforeAll(async () => {
  store = await localObjectStore();
});
afterAll(() => store.remove());

async function open(place: IndexPlace, source: ArraySource, encoder = 'ours') {
  const index = await openSearchIndex({
    place,
    encoder: { id: encoder, dimensions: 8 },
    source,
    termsOf: syntheticTerms,
    log: { ...keptLog(), warn: (m, f) => console.log(m, JSON.stringify(f).slice(0, 700)) },
    tuning: { memoryUpTo: -1, patience: 30_000 },
  });
  return index;
}

async function answers(index: SearchIndex) {
  const filters = syntheticFilters['80 %'];
  const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id);
  return {
    nearest: ids(await index.nearest({ vector: library.question(1), filters, limit: 8 })),
    lexical: ids(await index.lexical({ terms: library.questionTerms(1), filters, limit: 200 })).sort(),
    exact: ids(await index.exact({ texts: ['SKU7'], limit: 3 })),
    page: await index.page({ filters, order: { by: 'rating', descending: true }, limit: 10 }),
    count: await index.count(filters),
    items: [...(await index.itemsOf([rows[9]!.item.id])).values()],
    facets: await index.facetCounts(filters, ['kind', 'families']),
  };
}

it('the same index lies in an object store: builds, answers, is written, and opens again', async () => {
  const { folder, remove } = temporaryFolder();
  const local = await open({ kind: 'folder', folder }, new ArraySource(rows));
  await whenReady(local);
  const source = new ArraySource(rows);
  const index = await open(store.place, source);
  await whenReady(index);
  expect(await answers(index)).toEqual(await answers(local));
  for (const one of [index, local]) {
    await one.put([library.row(200), { ...library.row(3), vector: library.row(4).vector }]);
    await one.remove([rows[11]!.item.id]);
  }
  expect(await answers(index)).toEqual(await answers(local));
  await index.maintain();
  await index.close();
  source.rows.set(library.row(200).item.id, library.row(200));
  source.rows.delete(rows[11]!.item.id);
  source.encoded = 0;
  const again = await open(store.place, source);
  await again.reconcile();
  expect(source.encoded).toBe(0);
  expect(await answers(again)).toEqual(await answers(local));
  await again.close();
  await local.close();
  remove();
});

it('two machines that write to it at once lose nothing', async () => {
  const source = new ArraySource(rows.slice(0, 10));
  const one = await open(store.place, source, 'shared');
  await whenReady(one);
  const two = await open(store.place, source, 'shared');
  await two.reconcile();
  for (let n = 0; n < 5; n++) {
    const [ours, theirs] = [library.row(210 + n), library.row(220 + n)];
    for (const row of [ours, theirs]) source.rows.set(row.item.id, row);
    await Promise.all([one.put([ours]), two.put([theirs])]);
  }
  await one.close();
  await two.close();
  const third = await open(store.place, source, 'shared');
  source.encoded = 0;
  await third.reconcile();
  expect(await third.count()).toBe(20);
  expect(source.encoded).toBe(0);
  expect(store.refused()).toBeGreaterThan(0);
  await third.close();
});

it('a store that stops answering is scanned instead, which is said, and answers again when it is back', async () => {
  const index = await open(store.place, new ArraySource(rows));
  await index.reconcile();
  const expected = await answers(index);
  await store.stop();
  expect((await answers(index)).page).toEqual(expected.page);
  expect(index.state()).toMatchObject({ stage: 'scanning', because: 'unreachable' });
  await store.start();
  await index.reconcile();
  await whenReady(index);
  expect(await answers(index)).toEqual(expected);
  await index.close();
});
