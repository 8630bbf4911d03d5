/**
 * @file Everything that searching is made of, put together: the shelf, what keeps it up to date, and what understands.
 *
 * Looking through the library begins with the first search, or by itself once the studio has opened and is at rest.
 */
import { availableParallelism } from 'node:os';
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { Breath } from '#foundation/task.ts';
import type { Descriptor } from '#library/catalogue/load-catalogue.ts';
import { openFindableCache } from '#library/sqlite/findable-cache.ts';
import type { SavedSearchStore } from '#library/sqlite/saved-search-store.ts';
import type { SourceStamps } from '#library/sqlite/source-stamps.ts';
import { followLibrary, type LibraryEvents } from './follow-library.ts';
import type { ItemNeeds } from './items/item-needs.ts';
import type { Meaning, MeaningState } from './meaning.ts';
import type { SearchNeeds } from './search-needs.ts';
import { FindableShelf } from './shelf/findable-shelf.ts';
import { keepShelf, type ShelfState } from './shelf/keep-shelf.ts';
import { PieceWords, type Tongue } from './shelf/piece-words.ts';
import { createTurnstile } from './turnstile.ts';
import type { Understanding } from './understanding.ts';

export interface OpenSearchNeeds extends ItemNeeds {
  readonly sourceStamps: SourceStamps;
  readonly savedSearches: SavedSearchStore;
  readonly vocabulary: { readonly descriptors: readonly Descriptor[] };
  readonly tongue: Tongue;
  readonly understanding: Understanding;
  readonly breath: Breath;
  readonly language: () => 'ko' | 'en';
  readonly now: () => string;
  readonly log: Log;
  /** Where what can be made again is kept. */
  readonly indexFolder: string;
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
  close(): void;
}

/** How long the studio is left alone after opening, in ms. */
const settling = 1500;

export function openSearch(needs: OpenSearchNeeds): OpenSearch {
  const { inForce, events, tongue, materials, log } = needs;
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
  const meaning: Meaning | undefined = undefined;
  const state = (): SearchState => ({
    items: shelf.size,
    shelf: kept.state(),
    meaning: { stage: 'off' },
  });
  let isAwake = false;
  const wake = () => {
    if (isAwake || closing.signal.aborted) return;
    isAwake = true;
    clearTimeout(timer);
    followLibrary({ ...events, inForce }, kept, closing.signal);
    kept.run(closing.signal).catch((error: unknown) => void (closing.signal.aborted || log.bug(error)));
    void (async () => {
      for await (const _ of kept.changes.until(closing.signal)) changes.announce(state());
    })();
  };
  const timer = setTimeout(wake, settling);
  timer.unref();
  return {
    ...needs,
    shelf,
    kept,
    said,
    meaning: () => meaning,
    turnstile: createTurnstile(availableParallelism()),
    currency: () => needs.exchange().currency,
    wake,
    state,
    changes,
    refresh() {
      if (isAwake) kept.touchAll();
    },
    close() {
      clearTimeout(timer);
      closing.abort();
      cache?.close();
    },
  };
}
