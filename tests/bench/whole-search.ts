/**
 * @file Figures of the whole act of searching, as the window asks it: a sentence understood, everything on the shelf put in order
 * by names, words, concepts and meaning, filters counted, and why each answer matched. Everything a perfumer may have, and more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { MaterialId } from '#foundation/ids.ts';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import type { SearchIndex } from '#library/vectors/search-index.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import { type Findable, written } from '#services/search/items/findable.ts';
import type { Meaning } from '#services/search/meaning/meaning.ts';
import { searchLibrary } from '#services/search/search-library.ts';
import { FindableShelf } from '#services/search/shelf/findable-shelf.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { openStudio } from '#tests/library/open-studio.ts';
import type { Figure, Measuring } from './safety.ts';

type Figures = Record<string, Omit<Figure, 'goal' | 'holds'> & Partial<Figure>>;

const questions = [
  '상큼하고 로맨틱한 봄 향수',
  '비 온 뒤 흙내음',
  '너무 달지 않은 바닐라',
  '포근한 머스크',
  '장미 1200',
  'ㅂㄹㄱㅁ',
  'a green note that is not galbanum',
  'smoky leather for winter',
  'sandlewood',
  'rose',
  'SKU55',
  'something warm, woody and cheap',
];
const filterSets: Readonly<Record<string, readonly SearchFilter[]>> = { none: [], ...syntheticFilters };

/** Measures the whole act on 20,000 things, quick on 5,000: p50, p95, and the main thread's work for one answer. */
export async function measureWholeSearch({ quick, seed }: Measuring): Promise<Figures> {
  const library = new SyntheticLibrary(quick ? 5000 : 20_000, { seed });
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-search-'));
  const ort = new OrtClient();
  const studio = openStudio({ locale: 'ko' });
  const index = await indexOf(folder, library);
  try {
    await studio.core.search.close(); // its own shelf stays as it is: what is asked is another, larger one
    const encoder = await openShippedEncoder(path.resolve(import.meta.dirname, '../../native-models/encoder'), ort);
    const shelf = new FindableShelf(studio.core.search.said);
    for (let n = 0; n < library.size; n++) {
      shelf.put(`s${n}`, [findableOf(library.item(n))]);
      if (n % 50 === 0) await setImmediate();
    }
    while (shelf.names.freshenOne()) await setImmediate();
    let asked = 0;
    const meaning: Meaning = {
      state: () => ({ stage: 'ready', model: encoder.id }),
      async encode(texts, signal) {
        await encoder.encode(texts, 'query', signal);
        return texts.map(() => library.question(asked));
      },
      nearest: (vector, question) =>
        index.nearest({ vector, filters: question.filters, limit: question.limit, exclude: question.exclude ?? [] }),
      vectorsOf: (ids, signal) => index.vectorsOf(ids, signal),
    };
    const search = searchLibrary({ ...studio.core.search, shelf, meaning: () => meaning });
    const ask = (n: number, filters: readonly SearchFilter[]) => {
      asked = n;
      const text = questions[n % questions.length] as string;
      return search({ text, filters, without: [], limit: 8, offset: 0 });
    };
    return await figuresOf(ask, `${library.size / 1000}k.window`, quick ? 2 : 5);
  } finally {
    await index.close();
    await ort.stop();
    studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function indexOf(folder: string, library: SyntheticLibrary): Promise<SearchIndex> {
  const index = await openSearchIndex({
    place: { kind: 'folder', folder },
    encoder: { id: 'bench', dimensions: library.dimensions },
    source: {
      count: () => library.size,
      items: () => library.items(),
      vectors: async (items) => items.map(({ subject }) => library.vector(Number(subject.slice(1)))),
    },
    termsOf: syntheticTerms,
    log: { info: () => undefined, warn: console.error, bug: (error) => String(console.error(error)) },
  });
  const stop = new AbortController();
  for await (const { stage } of index.states(stop.signal)) if (stage === 'ready') break;
  stop.abort();
  return index;
}

function findableOf({ words, ...item }: SearchItem): Findable {
  return {
    item,
    opens: { what: 'material', materialId: item.subject as MaterialId },
    row: {},
    pieces: [
      ...written('name', item.title.ko, 1),
      ...written('name', item.title.en, 1),
      ...item.facets.tags.flatMap((tag) => written('tag', tag, 1)),
      ...written('words', words, 1),
    ],
  };
}

async function figuresOf(
  ask: (n: number, filters: readonly SearchFilter[]) => Promise<unknown>,
  label: string,
  passes: number,
): Promise<Figures> {
  const figures: Figures = {};
  for (const [name, filters] of Object.entries(filterSets)) {
    for (let n = 0; n < questions.length; n++) await ask(1000 + n, filters);
    const times: number[] = [];
    const work: number[] = [];
    for (let n = 0; n < passes * questions.length; n++) {
      const before = process.threadCpuUsage();
      const started = performance.now();
      await ask(n, filters);
      times.push(performance.now() - started);
      const { user, system } = process.threadCpuUsage(before);
      work.push((user + system) / 1000);
    }
    const as = `${label}.${name === 'none' ? 'no filter' : name}`;
    figures[`${as}.p50`] = { value: share(times, 0.5), unit: 'ms' };
    figures[`${as}.p95`] = { value: share(times, 0.95), unit: 'ms' };
    figures[`${as}.longest-work`] = { value: Math.max(...work), unit: 'ms of the main thread for one answer' };
  }
  return figures;
}

/** The value below which `part` of `values` lie. */
function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
