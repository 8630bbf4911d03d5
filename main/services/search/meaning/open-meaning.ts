/**
 * @file Nearness of meaning by one encoder: its index, filled from the shelf and kept up with it.
 *
 * The index compares what it holds with what the shelf says, so that only what differs is encoded: after a restart, after a
 * kill, and when its folder was deleted. What changes afterwards is encoded in small batches.
 */
import { setImmediate } from 'node:timers/promises';
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import type { SearchIndex } from '#library/vectors/search-index.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import type { FindableShelf } from '#services/search/shelf/findable-shelf.ts';
import type { KeptShelf } from '#services/search/shelf/keep-shelf.ts';
import type { PieceWords, Tongue } from '#services/search/shelf/piece-words.ts';
import type { Meaning, MeaningState } from './meaning.ts';

export interface MeaningNeeds {
  readonly place: IndexPlace;
  readonly shelf: FindableShelf;
  readonly kept: KeptShelf;
  readonly said: PieceWords;
  readonly tongue: Tongue;
  readonly log: Log;
}

export interface OpenMeaning extends Meaning {
  readonly encoder: SentenceEncoder;
  readonly changes: Changes<MeaningState>;
  /** Aborts when it is closed. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

/** Texts encoded at once. */
const batch = 32;
/** How long changes gather before they are encoded, in ms. */
const gathering = 300;

/** Opens the index of `encoder`. The shelf must have been looked through: what is not on it would be taken for gone. */
export async function openMeaning(encoder: SentenceEncoder, needs: MeaningNeeds): Promise<OpenMeaning> {
  const { place, shelf, kept, said, tongue, log } = needs;
  const changes = new Changes<MeaningState>();
  const closing = new AbortController();
  const waiting = new Set<string>();
  const gone = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const itemOf = (id: string): SearchItem | undefined => {
    const found = shelf.find(id);
    return found && { ...found.item, words: said.wordsOf(found) };
  };
  const index: SearchIndex = await openSearchIndex({
    place,
    encoder: { id: encoder.id, dimensions: encoder.dimensions },
    log,
    termsOf: (item) => tongue.terms(item.words),
    source: {
      count: () => shelf.size,
      *items() {
        for (const { item } of [...shelf.all()]) {
          const whole = itemOf(item.id);
          if (whole) yield whole;
        }
      },
      vectors: (items, signal) => encodePassages(encoder, items, signal),
    },
  });

  const flush = async () => {
    const ids = [...waiting];
    const removed = [...gone];
    waiting.clear();
    gone.clear();
    if (removed.length > 0) await index.remove(removed);
    for (let from = 0; from < ids.length && !closing.signal.aborted; from += batch) {
      const items = ids.slice(from, from + batch).flatMap((id) => itemOf(id) ?? []);
      const vectors = await encodePassages(encoder, items, closing.signal);
      await index.put(items.map((item, place) => ({ item, vector: vectors[place] })));
      await setImmediate();
    }
  };
  const stopFollowing = kept.follow(({ put, gone: removed }) => {
    for (const id of put) {
      waiting.add(id);
      gone.delete(id);
    }
    for (const id of removed) {
      waiting.delete(id);
      gone.add(id);
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      flush().catch((error: unknown) => void (closing.signal.aborted || log.bug(error)));
    }, gathering);
    timer.unref();
  });
  const state = (): MeaningState => {
    const now = index.state();
    const model = encoder.id;
    if (now.stage === 'ready') return { stage: 'ready', model };
    if (now.stage === 'building') return { stage: 'building', model, done: now.done, total: now.total };
    return { stage: 'scanning', model, because: now.because, done: now.done, total: now.total };
  };
  void (async () => {
    for await (const _ of index.states(closing.signal)) changes.announce(state());
  })();

  return {
    encoder,
    changes,
    closed: closing.signal,
    state,
    encode: async (texts, signal) => split(await encoder.encode(texts, 'query', signal), encoder.dimensions),
    nearest: (vector, { filters, limit, exclude, signal }) =>
      index.nearest({ vector, filters, limit, ...(exclude && { exclude }), ...(signal && { signal }) }),
    vectorsOf: (ids, signal) => index.vectorsOf(ids, signal),
    async close() {
      clearTimeout(timer);
      stopFollowing();
      closing.abort();
      await index.close();
    },
  };
}

/** What an encoder hears of an item: its names, then what is said about it. */
function passageOf({ title, words }: SearchItem): string {
  return [title.ko, title.en, words].filter(Boolean).join('\n').slice(0, longest);
}
/** Letters; what comes later says little more. */
const longest = 2000;

async function encodePassages(
  encoder: SentenceEncoder,
  items: readonly SearchItem[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let from = 0; from < items.length; from += batch) {
    signal.throwIfAborted();
    const texts = items.slice(from, from + batch).map(passageOf);
    vectors.push(...split(await encoder.encode(texts, 'passage', signal), encoder.dimensions));
    await setImmediate();
  }
  return vectors;
}

function split(vectors: Float32Array, dimensions: number): readonly Float32Array[] {
  return Array.from({ length: vectors.length / dimensions }, (_, at) =>
    vectors.subarray(at * dimensions, (at + 1) * dimensions),
  );
}
