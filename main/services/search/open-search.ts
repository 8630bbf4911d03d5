/**
 * @file Everything that searching is made of, put together: the shelf, what keeps it up to date, and what understands.
 *
 * Looking through the library begins with the first search, or by itself once the studio has opened and is at rest.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { Breath } from '#foundation/task.ts';
import type { Lexicon } from '#intelligence/language/lexicon.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import type { Descriptor } from '#library/catalogue/load-catalogue.ts';
import { openFindableCache } from '#library/sqlite/findable-cache.ts';
import type { SavedSearchStore } from '#library/sqlite/saved-search-store.ts';
import type { SourceStamps } from '#library/sqlite/source-stamps.ts';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import { followLibrary, type LibraryEvents } from './follow-library.ts';
import type { ItemNeeds } from './items/item-needs.ts';
import { createLexiconTongue, createLexiconUnderstanding } from './lexicon-understanding.ts';
import type { MeaningState } from './meaning/meaning.ts';
import { createMeaningDesk, type MeaningDesk } from './meaning/meaning-desk.ts';
import type { SearchNeeds } from './search-needs.ts';
import { FindableShelf } from './shelf/findable-shelf.ts';
import { keepShelf, type ShelfState } from './shelf/keep-shelf.ts';
import { PieceWords } from './shelf/piece-words.ts';
import { createTurnstile } from './turnstile.ts';

export interface OpenSearchNeeds extends ItemNeeds {
  readonly sourceStamps: SourceStamps;
  readonly savedSearches: SavedSearchStore;
  readonly vocabulary: { readonly descriptors: readonly Descriptor[] };
  /** Another object whenever the perfumer has added a word. */
  readonly lexicon: () => Lexicon;
  readonly breath: Breath;
  readonly language: () => 'ko' | 'en';
  readonly now: () => string;
  readonly log: Log;
  /** Where what can be made again is kept. */
  readonly indexFolder: string;
  /** Where vectors lie; a folder beside the rest unless told. */
  readonly place?: () => IndexPlace;
  /** The encoder to begin with; undefined where there is none. */
  readonly encoder: () => Promise<SentenceEncoder | undefined>;
  readonly events: Pick<LibraryEvents, 'recipes' | 'materials' | 'day'>;
}

export interface SearchState {
  readonly items: number;
  readonly shelf: ShelfState;
  readonly meaning: MeaningState;
}

export interface OpenSearch extends SearchNeeds {
  /** Begins to look through the library, if that has not begun. */
  wake(): void;
  state(): SearchState;
  readonly changes: Changes<SearchState>;
  /** Anything may have changed: an archive took the library's place. */
  refresh(): void;
  /** The lexicon is another one: what everything says is read anew. */
  relearn(): void;
  readonly desk: MeaningDesk;
  /** Resolves once the library has been looked through and the first encoder is at the desk. */
  readonly first: Promise<void>;
  /** Resolves when the index is at rest. */
  close(): Promise<void>;
}

/** How long the studio is left alone after opening, in ms. */
const settling = 8000;

export function openSearch(needs: OpenSearchNeeds): OpenSearch {
  const { inForce, events, materials, lexicon, log } = needs;
  let list: ReturnType<typeof materials.all> | undefined;
  const tongue = createLexiconTongue({ lexicon });
  const understanding = createLexiconUnderstanding({
    lexicon,
    materials: () => {
      list ??= materials.all();
      return list;
    },
    regulation: () => inForce.now().regulation,
    descriptors: needs.vocabulary.descriptors,
    exchange: needs.exchange,
    today: () => dayHere(new Date()),
  });
  const said = new PieceWords({ tongue, descriptors: needs.vocabulary.descriptors, material: materials.material });
  const shelf = new FindableShelf(said);
  const changes = new Changes<SearchState>();
  const closing = new AbortController();
  let cache: ReturnType<typeof openFindableCache> | undefined;
  const opened = () => {
    cache ??= openFindableCache(needs.indexFolder);
    return cache;
  };
  const kept = keepShelf(
    {
      ...needs,
      stamps: needs.sourceStamps,
      cache: {
        page: (after, limit) => opened().page(after, limit),
        put: (sources) => opened().put(sources),
        drop: (sources) => opened().drop(sources),
      },
    },
    shelf,
  );
  const desk = createMeaningDesk({
    shelf,
    kept,
    said,
    tongue,
    log,
  });
  /** Until it is known whether there is an encoder, one is on its way. */
  let isEncoderKnown = false;
  const meaningState = (): MeaningState => {
    const now = desk.state();
    return now.stage === 'off' && !isEncoderKnown ? { stage: 'building', model: '', done: 0, total: shelf.size } : now;
  };
  const state = (): SearchState => ({ items: shelf.size, shelf: kept.state(), meaning: meaningState() });
  /** What is not on the shelf yet would be taken for gone. */
  const place = () => needs.place?.() ?? localPlace(needs.indexFolder);
  const first = Promise.withResolvers<void>();
  const whenRead = async () => {
    for await (const { stage } of kept.changes.until(closing.signal)) {
      if (stage !== 'resting' || closing.signal.aborted) continue;
      const encoder = await needs.encoder();
      await desk.use(encoder, place());
      isEncoderKnown = true;
      first.resolve();
      changes.announce(state());
      return;
    }
  };
  const tell = async (some: { until(signal: AbortSignal): AsyncIterable<unknown> }) => {
    for await (const _ of some.until(closing.signal)) changes.announce(state());
  };
  let isAwake = false;
  const wake = () => {
    if (isAwake || closing.signal.aborted) return;
    isAwake = true;
    clearTimeout(timer);
    followLibrary({ ...events, inForce }, kept, closing.signal);
    void (async () => {
      for await (const _ of events.materials.until(closing.signal)) list = undefined;
    })();
    kept.run(closing.signal).catch((error: unknown) => void (closing.signal.aborted || log.bug(error)));
    whenRead().catch((error: unknown) => void (closing.signal.aborted || log.bug(error)));
    for (const one of [kept.changes, desk.changes]) void tell(one);
  };
  const timer = setTimeout(wake, settling);
  timer.unref();
  return {
    ...needs,
    shelf,
    kept,
    said,
    tongue,
    understanding,
    meaning: desk.current,
    turnstile: createTurnstile(availableParallelism()),
    currency: () => needs.exchange().currency,
    wake,
    desk,
    first: first.promise,
    state,
    changes,
    refresh() {
      list = undefined;
      if (isAwake) kept.touchAll();
    },
    relearn() {
      said.forget();
      if (isAwake) kept.rereadAll();
    },
    async close() {
      clearTimeout(timer);
      closing.abort();
      cache?.close();
      await desk.close();
    },
  };
}

/** The folder of this machine that vectors lie in unless another place was chosen. */
export function localPlace(indexFolder: string): IndexPlace {
  return { kind: 'folder', folder: path.join(indexFolder, 'vectors') };
}

/** The day it is where the perfumer is. */
function dayHere(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
