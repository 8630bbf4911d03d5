/**
 * @file Asks a built index from a fresh process, so that its memory is what a studio would need, and prints what it measured as
 * JSON: times of the whole hybrid question, times and hits of the nearest vectors alone, resident memory.
 *
 *   node tests/bench/search-asker.ts '{"folder":…,"rows":…,"seed":…,"questions":…,"passes":…}'
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invariant } from '#foundation/errors.ts';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import type { SearchIndex } from '#library/vectors/search-index.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';

export interface Asked {
  readonly folder: string;
  readonly rows: number;
  readonly seed: number;
  readonly questions: number;
  readonly passes: number;
}

/** By filter: ms of every question, and the ids of the ten nearest to each. */
export interface Answered {
  readonly hybrid: Readonly<Record<string, readonly number[]>>;
  readonly nearest: Readonly<Record<string, readonly number[]>>;
  readonly found: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly facets: readonly number[];
  /** ms for one query; undefined where no encoder ships. */
  readonly encoder: readonly number[] | undefined;
  /** Bytes. */
  readonly resident: number;
}

const asked: Asked = JSON.parse(process.argv[2] ?? '');
const wide = 50;
const wanted = 10;
const library = new SyntheticLibrary(asked.rows, { seed: asked.seed });
const index = await openSearchIndex({
  place: { kind: 'folder', folder: asked.folder },
  encoder: { id: 'bench', dimensions: library.dimensions },
  source: {
    count: () => library.size,
    items: () => library.items(),
    vectors: async (items) => items.map(() => undefined),
  },
  termsOf: syntheticTerms,
  log: { info: () => undefined, warn: console.error, bug: (error) => String(console.error(error)) },
  isKnownWhole: true,
});
invariant(index.state().stage === 'ready', 'the index was built');
const ort = new OrtClient();
const encoder = await shippedEncoder();
const filterSets: Readonly<Record<string, readonly SearchFilter[]>> = { none: [], ...syntheticFilters };

const hybrid: Record<string, number[]> = {};
const nearest: Record<string, number[]> = {};
const found: Record<string, (readonly string[])[]> = {};
for (const [name, filters] of Object.entries(filterSets)) {
  const ask = (n: number) => askEverything(index, n, filters);
  const near = (n: number) => index.nearest({ vector: library.question(n), filters, limit: wanted });
  for (let n = 0; n < 5; n++) await ask(asked.questions + n);
  hybrid[name] = await timesOf(ask);
  nearest[name] = await timesOf(near);
  found[name] = [];
  for (let n = 0; n < asked.questions; n++) found[name].push((await near(n)).map(({ id }) => id));
}
const facets: number[] = [];
for (let n = 0; n < 3; n++)
  facets.push(await took(() => index.facetCounts(syntheticFilters['5 %'], ['families', 'kind', 'roles'])));
const alone = encoder && (await timesOf((n) => encoder.encode([textOf(n)], 'query')));
const answered: Answered = { hybrid, nearest, found, facets, encoder: alone, resident: process.memoryUsage.rss() };
await index.close();
await ort.stop();
console.log(JSON.stringify(answered));

/** What a perfumer's question costs: the encoder, three lists at once, their fusion, and the items that are shown. */
async function askEverything(asking: SearchIndex, n: number, filters: readonly SearchFilter[]): Promise<void> {
  if (encoder) await encoder.encode([textOf(n)], 'query');
  const [exact, words, meaning] = await Promise.all([
    asking.exact({ texts: [textOf(n)], filters, limit: wanted }),
    asking.lexical({ terms: library.questionTerms(n), filters, limit: wide }),
    asking.nearest({ vector: library.question(n), filters, limit: wide }),
  ]);
  const worth = new Map<string, number>();
  for (const [hits, weight] of [[exact, 1] as const, [words, 0.4] as const, [meaning, 0.6] as const]) {
    const top = hits[0]?.score ?? 1;
    for (const { id, score } of hits) worth.set(id, (worth.get(id) ?? 0) + (weight * score) / top);
  }
  const ids = [...worth].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const best = ids.slice(0, wanted);
  invariant((await asking.itemsOf(best)).size === best.length, 'what is found is there');
}

function textOf(n: number): string {
  return library.questionTerms(n).join(' ');
}

async function timesOf(ask: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let pass = 0; pass < asked.passes; pass++) {
    for (let n = 0; n < asked.questions; n++) times.push(await took(() => ask(n)));
  }
  return times;
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

async function shippedEncoder(): Promise<SentenceEncoder | undefined> {
  const folder = fileURLToPath(new URL('../../native-models/encoder', import.meta.url));
  return existsSync(folder) ? openShippedEncoder(folder, ort) : undefined;
}
