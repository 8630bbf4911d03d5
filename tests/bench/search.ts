/**
 * @file Figures of searching: a made-up library with clusters like those of real embeddings is written to an index and asked
 * from a fresh process, with filters that leave 80 %, 5 % and 0.1 % of it. Beside it in the same run: an exact scan of the same
 * vectors in plain JavaScript, and the server of Chroma where it starts (see chroma-server.ts).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { invariant } from '#foundation/errors.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import { type SearchFilter, satisfies } from '#perfumery/search/search-filter.ts';
import { SyntheticLibrary, syntheticFilters, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { chromaFilters, startChroma } from './chroma-server.ts';
import type { Figure, Measuring } from './safety.ts';
import type { Answered, Asked } from './search-asker.ts';

type Figures = Record<string, Omit<Figure, 'goal' | 'holds'> & Partial<Figure>>;

interface Size {
  readonly label: string;
  readonly rows: number;
  readonly questions: number;
  readonly hasPeer: boolean;
  /** ms for the 95th percentile of the whole question. */
  readonly most?: number;
}

const sizes: readonly Size[] = [
  { label: '10k', rows: 10_000, questions: 60, hasPeer: true, most: 20 },
  { label: '100k', rows: 100_000, questions: 60, hasPeer: true, most: 20 },
  { label: '1M', rows: 1_000_000, questions: 30, hasPeer: false, most: 50 },
];
const quickSizes: readonly Size[] = [
  { label: '10k', rows: 10_000, questions: 30, hasPeer: true, most: 20 },
  { label: '50k', rows: 50_000, questions: 30, hasPeer: false, most: 20 },
];
const wanted = 10;
/** Questions of each filter that the exact scan answers for its time; for the truth it answers all. */
const filterSets: Readonly<Record<string, readonly SearchFilter[]>> = { none: [], ...syntheticFilters };

/** Measures searching: some ten minutes on two quiet cores, quick under one. SILLAGE_SEARCH_ROWS measures one size alone. */
export async function measureSearch({ quick, seed }: Measuring): Promise<Figures> {
  const only = Number(process.env.SILLAGE_SEARCH_ROWS ?? 0);
  const figures: Figures = {};
  for (const size of quick ? quickSizes : sizes) {
    if (only === 0 || only === size.rows) Object.assign(figures, await measureSize(size, quick ? 1 : 3, seed));
  }
  return figures;
}

async function measureSize(size: Size, passes: number, seed: number): Promise<Figures> {
  const { label, rows, questions } = size;
  const folder = mkdtempSync(join(tmpdir(), 'sillage-search-'));
  try {
    const library = new SyntheticLibrary(rows, { seed });
    const vectors = await vectorsOf(library);
    const figures: Figures = { ...(await ingest(folder, library, vectors, label)) };
    figures[`${label}.disk`] = { value: bytesIn(folder) / 1e6, unit: 'MB' };
    const masks = await masksOf(library);
    const truth = await truthOf(library, vectors, masks, questions);
    const answered = askedFresh({ folder, rows, seed, questions, passes });
    Object.assign(figures, figuresOfAnswers(size, answered, truth));
    if (size.hasPeer) Object.assign(figures, await besideChroma(library, vectors, size, answered, truth));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All vectors one after another: the truth, and what the encoder would give while the index is built. */
async function vectorsOf(library: SyntheticLibrary): Promise<Float32Array> {
  const all = new Float32Array(library.size * library.dimensions);
  for (let n = 0; n < library.size; n++) {
    all.set(library.vector(n), n * library.dimensions);
    if (n % 1000 === 0) await setImmediate();
  }
  return all;
}

async function ingest(
  folder: string,
  library: SyntheticLibrary,
  vectors: Float32Array,
  label: string,
): Promise<Figures> {
  let made = 0;
  const { dimensions } = library;
  const timed = function* () {
    for (let n = 0; n < library.size; n++) {
      const started = performance.now();
      const item = library.item(n);
      made += performance.now() - started;
      yield item;
    }
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  const index = await openSearchIndex({
    place: { kind: 'folder', folder },
    encoder: { id: 'bench', dimensions },
    source: {
      count: () => library.size,
      items: () => timed(),
      vectors: async (items) =>
        items.map(({ subject }) => {
          const n = Number(subject.slice(1));
          return vectors.subarray(n * dimensions, (n + 1) * dimensions);
        }),
    },
    termsOf: syntheticTerms,
    log: { info: () => undefined, warn: console.error, bug: (error) => String(console.error(error)) },
  });
  // From here on: loading LanceDB is part of starting the studio, not of filling an index.
  delay.enable();
  const ownTime = longestOwnTime();
  let written = started;
  const stop = new AbortController();
  const watching = (async () => {
    for await (const state of index.states(stop.signal)) {
      if (state.stage !== 'ready' && state.done === state.total) written = performance.now();
      if (state.stage === 'ready') return;
    }
  })();
  await watching;
  stop.abort();
  const ready = performance.now();
  delay.disable();
  const own = ownTime();
  await index.close();
  const block = delay.max / 1e6;
  const seconds = (written - started - made) / 1000;
  return {
    [`${label}.ingest`]: { value: library.size / seconds, unit: 'rows/s' },
    [`${label}.index`]: { value: (ready - written) / 1000, unit: 's' },
    [`${label}.longest-block`]: { value: block, unit: 'ms', goal: 'under 50', holds: block < 50 },
    [`${label}.longest-block.own`]: { value: own, unit: 'ms of this thread’s processor time' },
  };
}

/** Watches how much processor time this thread takes between two turns, whatever else runs; ends with the longest, in ms. */
function longestOwnTime(): () => number {
  let last = process.threadCpuUsage();
  let longest = 0;
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** Which rows each filter leaves. */
async function masksOf(library: SyntheticLibrary): Promise<Readonly<Record<string, Uint8Array>>> {
  const masks = Object.fromEntries(Object.keys(filterSets).map((name) => [name, new Uint8Array(library.size)]));
  for (let n = 0; n < library.size; n++) {
    const item = library.item(n);
    for (const [name, filters] of Object.entries(filterSets)) {
      if (filters.every((filter) => satisfies(item, filter))) (masks[name] as Uint8Array)[n] = 1;
    }
    if (n % 1000 === 0) await setImmediate();
  }
  return masks;
}

interface Truth {
  readonly ids: Readonly<Record<string, readonly ReadonlySet<string>[]>>;
  /** ms of the exact scan of every question. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

async function truthOf(
  library: SyntheticLibrary,
  vectors: Float32Array,
  masks: Readonly<Record<string, Uint8Array>>,
  questions: number,
): Promise<Truth> {
  const ids: Record<string, ReadonlySet<string>[]> = {};
  const times: Record<string, number[]> = {};
  for (const [name, mask] of Object.entries(masks)) {
    [ids[name], times[name]] = [[], []];
    for (let n = 0; n < questions; n++) {
      const question = library.question(n);
      const started = performance.now();
      const best = exactly(vectors, library.dimensions, question, mask);
      times[name].push(performance.now() - started);
      ids[name].push(new Set(best.map((row) => library.item(row).id)));
      await setImmediate();
    }
  }
  return { ids, times };
}

/** Rows of the `wanted` highest cosines among those that `mask` leaves. */
function exactly(
  vectors: Float32Array,
  dimensions: number,
  question: Float32Array,
  mask: Uint8Array,
): readonly number[] {
  const best: { row: number; score: number }[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue;
    const base = row * dimensions;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i += 4) {
      s0 += vectors[base + i]! * question[i]!;
      s1 += vectors[base + i + 1]! * question[i + 1]!;
      s2 += vectors[base + i + 2]! * question[i + 2]!;
      s3 += vectors[base + i + 3]! * question[i + 3]!;
    }
    const score = s0 + s1 + s2 + s3;
    if (score <= least) continue;
    best.push({ row, score });
    best.sort((a, b) => b.score - a.score);
    if (best.length > wanted) best.pop();
    if (best.length === wanted) least = best[wanted - 1]?.score ?? least;
  }
  return best.map(({ row }) => row);
}

function askedFresh(asked: Asked): Answered {
  const program = fileURLToPath(new URL('search-asker.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, JSON.stringify(asked)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  invariant(status === 0, `the asking process ended well: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function figuresOfAnswers({ label, rows, most }: Size, answered: Answered, truth: Truth): Figures {
  const figures: Figures = {};
  for (const name of Object.keys(filterSets)) {
    const as = `${label}.${name === 'none' ? 'no filter' : name}`;
    const whole = answered.hybrid[name] ?? [];
    const p95 = share(whole, 0.95);
    figures[`${as}.p50`] = { value: share(whole, 0.5), unit: 'ms' };
    figures[`${as}.p95`] = { value: p95, unit: 'ms', ...(most && { goal: `under ${most}`, holds: p95 < most }) };
    const recall = recallOf(answered.found[name] ?? [], truth.ids[name] ?? []);
    figures[`${as}.recall@10`] = { value: recall, unit: 'of exact', goal: 'at least 0.99', holds: recall >= 0.99 };
    figures[`${as}.nearest`] = { value: share(answered.nearest[name] ?? [], 0.5), unit: 'ms, vectors alone' };
    figures[`${as}.exact-scan`] = { value: share(truth.times[name] ?? [], 0.5), unit: 'ms, plain JavaScript' };
  }
  figures[`${label}.facet-counts`] = { value: share(answered.facets, 0.5), unit: 'ms' };
  const memory = answered.resident / 1e6;
  const limit = rows >= 1_000_000 ? { goal: 'under 1000', holds: memory < 1000 } : {};
  figures[`${label}.memory`] = { value: memory, unit: 'MB resident', ...limit };
  figures[`${label}.encoder`] = answered.encoder
    ? { value: share(answered.encoder, 0.5), unit: 'ms a query, in the times above' }
    : { value: Number.NaN, unit: 'no encoder ships: the times above are without one' };
  return figures;
}

async function besideChroma(
  library: SyntheticLibrary,
  vectors: Float32Array,
  { label, questions }: Size,
  answered: Answered,
  truth: Truth,
): Promise<Figures> {
  const peer = await startChroma();
  if ('reason' in peer) {
    console.log(`Chroma is not measured: ${peer.reason}`);
    return {};
  }
  try {
    const { dimensions } = library;
    const rows = function* () {
      for (let n = 0; n < library.size; n++) {
        yield { item: library.item(n), vector: vectors.subarray(n * dimensions, (n + 1) * dimensions) };
      }
    };
    const figures: Figures = {
      [`${label}.chroma.ingest`]: { value: await peer.ingest(rows()), unit: `rows/s, Chroma ${peer.version}` },
    };
    for (const name of ['none', ...Object.keys(chromaFilters)]) {
      const as = `${label}.chroma.${name === 'none' ? 'no filter' : name}`;
      const [times, found]: [number[], (readonly string[])[]] = [[], []];
      for (let n = -3; n < questions; n++) {
        const question = library.question(n < 0 ? questions - n : n);
        const started = performance.now();
        const ids = await peer.query(question, chromaFilters[name], wanted);
        if (n < 0) continue;
        times.push(performance.now() - started);
        found.push(ids);
      }
      const ratio = share(answered.nearest[name] ?? [], 0.5) / share(times, 0.5);
      const goal = name === 'none' ? {} : { goal: 'at most 1', holds: ratio <= 1 };
      figures[`${as}.nearest`] = { value: share(times, 0.5), unit: 'ms' };
      figures[`${as}.recall@10`] = { value: recallOf(found, truth.ids[name] ?? []), unit: 'of exact' };
      figures[`${as}.ours`] = { value: ratio, unit: 'times its time', ...goal };
    }
    return figures;
  } finally {
    await peer.stop();
  }
}

function recallOf(found: readonly (readonly string[])[], truth: readonly ReadonlySet<string>[]): number {
  let [hits, total] = [0, 0];
  for (const [n, ids] of truth.entries()) {
    total += ids.size;
    hits += (found[n] ?? []).filter((id) => ids.has(id)).length;
  }
  return hits / total;
}

/** The value below which `part` of `times` lie. */
function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
