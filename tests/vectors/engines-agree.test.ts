import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanceTable } from '#library/vectors/lance-table.ts';
import { MemoryEngine } from '#library/vectors/memory-engine.ts';
import { writtenRow } from '#library/vectors/row-batch.ts';
import type { Hit, PageOrder } from '#library/vectors/search-index.ts';
import { type CountedField, listFields, satisfies } from '#perfumery/search/search-filter.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { temporaryFolder, temporaryTable } from './temporary-index.ts';

const size = 1200;
const library = new SyntheticLibrary(size, { dimensions: 16 });
const rows = Array.from({ length: size }, (_, n) => library.row(n));
const filterSets = [[], ...Object.values(syntheticFilters)];
const ids = (hits: readonly Hit[]) => hits.map(({ id }) => id);
const orders: readonly PageOrder[] = [
  { by: 'name', language: 'en' },
  { by: 'name', language: 'ko', descending: true },
  { by: 'pricePerKg' },
  { by: 'rating', descending: true },
  { by: 'changed', descending: true },
];

describe('the table and the scan', () => {
  const place = temporaryFolder();
  const memory = new MemoryEngine(syntheticTerms);
  let table: LanceTable;

  beforeAll(async () => {
    for (const row of rows) memory.put(row);
    table = await temporaryTable(place.folder, 16);
    await table.add(rows.slice(0, 1000).map(({ item, vector }) => writtenRow(item, syntheticTerms, vector)));
    await table.index(true, 5000);
    await table.merge(rows.slice(900).map(({ item, vector }) => writtenRow(item, syntheticTerms, vector)));
  });
  afterAll(() => {
    table.close();
    place.remove();
  });

  it('count the same', async () => {
    for (const filters of filterSets) {
      const expected = rows.filter(({ item }) => filters.every((filter) => satisfies(item, filter))).length;
      expect(await table.count(filters)).toBe(expected);
      expect(await memory.count(filters)).toBe(expected);
    }
  });

  it('find the same neighbours with the same cosines', async () => {
    for (const filters of filterSets) {
      for (let n = 0; n < 5; n++) {
        const question = { vector: library.question(n), filters, limit: 12 };
        const [ours, theirs] = [await memory.nearest(question), await table.nearest(question)];
        expect(ids(theirs)).toEqual(ids(ours));
        theirs.forEach((hit, i) => {
          expect(hit.score).toBeCloseTo(ours[i]?.score ?? Number.NaN, 4);
        });
      }
    }
  });

  it('leave out what is excluded and still find as many', async () => {
    const vector = library.question(1);
    const all = ids(await memory.nearest({ vector, limit: 8 }));
    const exclude = [all[0] ?? '', all[2] ?? ''];
    for (const engine of [memory, table]) {
      const found = ids(await engine.nearest({ vector, limit: 6, exclude }));
      expect(found).toEqual(all.filter((id) => !exclude.includes(id)));
    }
  });

  it('find the same words, the rarest best', async () => {
    for (const filters of filterSets) {
      const terms = library.questionTerms(3);
      const [ours, theirs] = await Promise.all([
        memory.lexical({ terms, filters, limit: size }),
        table.lexical({ terms, filters, limit: size }),
      ]);
      expect(new Set(ids(theirs))).toEqual(new Set(ids(ours)));
      const top = new Set(ids(ours).slice(0, 20));
      const shared = ids(theirs)
        .slice(0, 20)
        .filter((id) => top.has(id)).length;
      if (top.size === 20) expect(shared).toBeGreaterThanOrEqual(12);
    }
  });

  it('find nothing by words that nobody said, and nothing by none', async () => {
    for (const engine of [memory, table]) {
      expect(await engine.lexical({ terms: ['unheard'], limit: 5 })).toEqual([]);
      expect(await engine.lexical({ terms: [], limit: 5 })).toEqual([]);
      expect(await engine.exact({ texts: ['unheard', '  '], limit: 5 })).toEqual([]);
    }
  });

  it('find a name, a code and an id exactly, without case, width and spaces, and nothing that only contains them', async () => {
    const { item } = rows[7] as (typeof rows)[number];
    const name = item.title.en ?? '';
    const spelled = [name.toUpperCase(), `  ${name} `, 'ｓｋｕ7', 'sku 7', item.codes[0] ?? '', item.id];
    for (const text of spelled) {
      for (const engine of [memory, table]) {
        expect(await engine.exact({ texts: [text], limit: 50 })).toContainEqual({ id: item.id, score: 1 });
      }
    }
    for (const engine of [memory, table]) {
      expect(ids(await engine.exact({ texts: ['SKU7'], limit: 50 }))).toEqual([item.id]);
      expect(await engine.exact({ texts: ['SKU'], limit: 50 })).toEqual([]);
      const { kind } = item;
      expect(ids(await engine.exact({ texts: ['SKU7'], filters: [{ field: 'kind', any: [kind] }], limit: 5 }))).toEqual(
        [item.id],
      );
      expect(await engine.exact({ texts: ['SKU7'], filters: [{ field: 'tags', any: ['none of'] }], limit: 5 })).toEqual(
        [],
      );
    }
  });

  it('turn the same pages, what is unknown last', async () => {
    for (const order of orders) {
      for (const filters of filterSets) {
        const [ours, theirs] = await Promise.all([
          memory.page({ filters, order, offset: 5, limit: 40 }),
          table.page({ filters, order, offset: 5, limit: 40 }),
        ]);
        expect(theirs, JSON.stringify(order)).toEqual(ours);
      }
      expect(await table.page({ order, offset: size - 30, limit: 100 })).toEqual(
        await memory.page({ order, offset: size - 30, limit: 100 }),
      );
    }
  });

  it('count the same values of every facet', async () => {
    const fields: readonly CountedField[] = ['kind', ...listFields];
    for (const filters of filterSets) {
      expect(await table.facetCounts(filters, fields)).toEqual(await memory.facetCounts(filters, fields));
    }
  });

  it('give back what was put in', async () => {
    const wanted = rows.slice(880, 920);
    const asked = [...wanted.map(({ item }) => item.id), 'material:unknown'];
    for (const engine of [memory, table]) {
      expect(await engine.itemsOf(asked)).toEqual(new Map(wanted.map(({ item }) => [item.id, item])));
      expect(await engine.vectorsOf(asked)).toEqual(new Map(wanted.map(({ item, vector }) => [item.id, vector])));
    }
  });

  it('find by words what has no vector yet, and never by meaning', async () => {
    const item = { ...rows[3]!.item, id: 'note:new', words: 'novel', title: { en: 'novel' } };
    memory.put({ item });
    await table.merge([writtenRow(item, syntheticTerms)]);
    for (const engine of [memory, table]) {
      expect(ids(await engine.lexical({ terms: ['novel'], limit: 3 }))).toEqual(['note:new']);
      expect(ids(await engine.nearest({ vector: library.question(1), limit: size + 1 }))).not.toContain('note:new');
      expect((await engine.vectorsOf(['note:new'])).size).toBe(0);
    }
    memory.remove('note:new');
    await table.delete(['note:new']);
    for (const engine of [memory, table]) expect(await engine.lexical({ terms: ['novel'], limit: 3 })).toEqual([]);
  });
});

describe('a scan', () => {
  it('forgets what is removed or replaced, as if it had never been', async () => {
    const act = fc.record({ n: fc.nat(9), kind: fc.constantFrom('put', 'put other', 'remove') });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const worn = new MemoryEngine(syntheticTerms);
        const kept = new Map<string, (typeof rows)[number]>();
        for (const { n, kind } of acts) {
          const row = rows[n] as (typeof rows)[number];
          const other = { ...row, item: { ...row.item, words: rows[n + 50]?.item.words ?? '' } };
          if (kind === 'remove') {
            worn.remove(row.item.id);
            kept.delete(row.item.id);
          } else {
            worn.put(kind === 'put' ? row : other);
            kept.set(row.item.id, kind === 'put' ? row : other);
          }
        }
        const fresh = new MemoryEngine(syntheticTerms);
        for (const row of kept.values()) fresh.put(row);
        const terms = [...new Set(rows.slice(0, 60).flatMap(({ item }) => syntheticTerms(item)))];
        for (const term of terms.slice(0, 8)) {
          const [a, b] = await Promise.all([worn, fresh].map((engine) => engine.lexical({ terms: [term], limit: 20 })));
          expect(a).toEqual(b);
        }
        expect(worn.size).toBe(fresh.size);
      }),
      { numRuns: 40 },
    );
  });
});
