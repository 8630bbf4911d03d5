import type { SearchAsked, SearchFound, SearchHit } from '#contract/search.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { keepSearch, removeSearch } from '#services/search/keep-search.ts';
import { createLibraryMap, type MapPoint } from '#services/search/map-library.ts';
import type { OpenSearch, SearchState } from '#services/search/open-search.ts';
import { type SearchAnswer, type SearchAnswerHit, searchLibrary } from '#services/search/search-library.ts';
import type { Implementer } from './implementer.ts';
import { toWire, type Wire } from './to-wire.ts';

/** Searching, behind the contract. */
export function searchHandlers({ search: on }: Implementer, needs: OpenSearch) {
  const find = searchLibrary(needs);
  const layOut = createLibraryMap(needs);
  return on.router({
    find: on.find.handler(async ({ input, signal }) => {
      needs.wake();
      return told(await find({ ...input, filters: input.filters as SearchFilter[] }, signal));
    }),
    quick: on.quick.handler(async ({ input, signal }) => {
      needs.wake();
      return told(await find({ ...input, filters: [], without: [], offset: 0 }, signal));
    }),
    axes: on.axes.handler(() => toWire(needs.understanding.axes())),
    map: on.map.handler(async function* ({ input, signal }) {
      needs.wake();
      for await (const stage of layOut(input.kinds, signal)) {
        yield stage.stage === 'done' ? { ...stage, points: stage.points.map(pointOnWire) } : stage;
      }
    }),
    state: on.state.handler(() => toWire(needs.state())),
    watch: on.watch.handler(({ signal }) => {
      needs.wake();
      return states(needs, signal);
    }),
    saved: on.saved.handler(() =>
      needs.savedSearches.all().map((one) => ({ ...one, asked: one.asked as SearchAsked })),
    ),
    keep: on.keep.handler(({ input }) => ({ ...keepSearch(needs)(input), asked: input.asked })),
    removeSaved: on.removeSaved.handler(({ input }) => {
      const removed = removeSearch(needs)(input.id);
      return { ...removed, asked: removed.asked as SearchAsked };
    }),
  });
}

async function* states({ changes }: OpenSearch, signal: AbortSignal | undefined): AsyncGenerator<Wire<SearchState>> {
  for await (const state of changes.until(signal ?? new AbortController().signal)) yield toWire(state);
}

function told({ groups, ...answer }: SearchAnswer): SearchFound {
  return {
    ...toWire(answer),
    groups: groups.map(({ kind, total, hits }) => ({ kind, total, hits: hits.map(hitOnWire) })),
  } as SearchFound;
}

function pointOnWire({ found: { item, opens, row }, x, y }: MapPoint) {
  return toWire({
    id: item.id,
    kind: item.kind,
    title: item.title,
    opens,
    ...(row.family && { family: row.family }),
    ...(row.number !== undefined && { number: row.number }),
    x: Number(x.toFixed(4)),
    y: Number(y.toFixed(4)),
  });
}

/** A hit as it crosses the bridge. */
export function hitOnWire({ found: { item, opens, row }, titleSpans, why, score }: SearchAnswerHit): SearchHit {
  const { pricePerKg, stock, rating, tenacity, changed, tags } = item.facets;
  return toWire({
    id: item.id,
    kind: item.kind,
    subject: item.subject,
    title: item.title,
    titleSpans,
    opens,
    ...row,
    ...(pricePerKg !== undefined && { pricePerKg }),
    ...(stock !== undefined && { stock }),
    ...(rating !== undefined && { rating }),
    ...(tenacity !== undefined && { tenacity }),
    ...(changed !== undefined && { changed }),
    tags,
    why,
    score,
  }) as SearchHit;
}
