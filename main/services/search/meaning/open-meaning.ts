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
import type { Findable, Piece, PieceField } from '#services/search/items/findable.ts';
import type { FindableShelf } from '#services/search/shelf/findable-shelf.ts';
import type { KeptShelf } from '#services/search/shelf/keep-shelf.ts';
import type { PieceWords, Tongue } from '#services/search/shelf/piece-words.ts';
import type { Meaning, MeaningState } from './meaning.ts';

export interface MeaningNeeds {
  readonly shelf: FindableShelf;
  readonly kept: KeptShelf;
  readonly said: PieceWords;
  readonly tongue: Tongue;
  readonly log: Log;
}

export interface OpenMeaning extends Meaning {
  readonly encoder: SentenceEncoder;
  readonly place: IndexPlace;
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
export async function openMeaning(
  encoder: SentenceEncoder,
  place: IndexPlace,
  needs: MeaningNeeds,
): Promise<OpenMeaning> {
  const { shelf, kept, said, tongue, log } = needs;
  const changes = new Changes<MeaningState>();
  const closing = new AbortController();
  const waiting = new Set<string>();
  const gone = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const itemOf = (id: string): SearchItem | undefined => {
    const found = shelf.find(id);
    return found && { ...found.item, words: said.wordsOf(found) };
  };
  const heard = (id: string): string => {
    const found = shelf.find(id);
    return found ? passageOf(said, found) : '';
  };
  const index: SearchIndex = await openSearchIndex({
    place,
    encoder: indexOf(encoder),
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
      vectors: (items, signal) =>
        encodePassages(
          encoder,
          items.map(({ id }) => heard(id)),
          signal,
        ),
      atOnce: encoder.atOnce,
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
      const texts = items.map(({ id }) => heard(id));
      const vectors = await encodePassages(encoder, texts, closing.signal);
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
    place,
    changes,
    closed: closing.signal,
    state,
    async encode(texts, signal) {
      try {
        return split(await encoder.encode(texts, 'query', signal), encoder.dimensions);
      } catch (error) {
        if (signal?.aborted || closing.signal.aborted) throw error;
        log.warn('search: the encoder does not answer', { encoder: encoder.id, error: String(error) });
        return []; // words and concepts still find
      }
    },
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

/** What the vectors of `encoder` are kept under. */
export function indexOf({ id, dimensions }: Pick<SentenceEncoder, 'id' | 'dimensions'>) {
  return { id: `${id}.${passages}`, dimensions };
}

/** Goes up when encoders are told something else of the same things. */
const passages = 2;

/** Letters; what comes later says little more. */
const longest = 1500;
const mostDescriptors = 5;

/**
 * What an encoder hears of an item: its names and what somebody says of it, then what it smells of. Not what else is known of
 * it: the names of thirty materials would drown the one word that matters.
 */
function passageOf(said: PieceWords, { item, pieces }: Findable): string {
  const { ko, en } = item.title;
  const isMaterial = item.kind === 'material';
  const of = (...fields: readonly PieceField[]) => pieces.filter(({ field }) => fields.includes(field));
  const both = (piece: Piece) => [said.shownIn(piece, 'ko'), said.shownIn(piece, 'en')];
  const parts = [
    ko,
    en,
    ...of('brief', 'words', 'note', 'tag').map(({ text }) => text),
    ...(isMaterial ? of('alias').slice(0, 2) : []).map(({ text }) => text),
    ...of('family').flatMap(both),
    ...of('descriptor')
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostDescriptors)
      .flatMap(both),
  ];
  return [...new Set(parts.filter(Boolean))].join(', ').slice(0, longest);
}

async function encodePassages(
  encoder: SentenceEncoder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    signal.throwIfAborted();
    const some = texts.slice(from, from + batch);
    vectors.push(...split(await encoder.encode(some, 'passage', signal), encoder.dimensions));
    await setImmediate();
  }
  return vectors;
}

function split(vectors: Float32Array, dimensions: number): readonly Float32Array[] {
  return Array.from({ length: vectors.length / dimensions }, (_, at) =>
    vectors.subarray(at * dimensions, (at + 1) * dimensions),
  );
}
