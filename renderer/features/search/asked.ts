/** @file What is asked now, and what came of it. Kept while the perfumer looks at another page; the newest question wins. */
import { create } from 'zustand';
import type { SearchAsked, SearchFound } from '#contract/search.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import { type Refusal, refusalOf } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { textToSearch } from './text-to-search.ts';

export interface Asked extends Omit<SearchAsked, 'filters' | 'without'> {
  readonly filters: readonly SearchFilter[];
  /** Keys of chips that were put away. */
  readonly without: readonly string[];
}

interface SearchNow {
  readonly asked: Asked;
  /** Only one kind, all of it. */
  readonly kind: SearchKind | undefined;
  /** How many of each kind, or of the one kind. */
  readonly limit: number;
  readonly found: SearchFound | undefined;
  /** What `found` belongs to. */
  readonly foundFor: Asked | undefined;
  readonly failed: Refusal | undefined;
}

export const nothingAsked: Asked = { text: '', filters: [], without: [] };
const few = 7;
const many = 50;

export const useAskedNow = create<SearchNow>(() => ({
  asked: nothingAsked,
  kind: undefined,
  limit: few,
  found: undefined,
  foundFor: undefined,
  failed: undefined,
}));

let newest = new AbortController();
let isComposing = false;

/** Says whether an input method is putting a syllable together, and searches once it no longer does. */
export function setComposing(is: boolean): void {
  if (isComposing === is) return;
  isComposing = is;
  if (!is) void search();
}

/** Asks something else, in part. */
export function ask(part: Partial<Asked>): void {
  const { asked } = useAskedNow.getState();
  const next = { ...asked, ...part };
  useAskedNow.setState({ asked: next, kind: undefined, limit: few });
  void search();
}

/** Asks anew, like nothing before. */
export function askOnly(asked: Asked): void {
  useAskedNow.setState({ asked, kind: undefined, limit: few });
  void search();
}

/** Leaves off asking for what is like something. */
export function forgetLike(): void {
  const { like: _, ...asked } = useAskedNow.getState().asked;
  askOnly(asked);
}

/** Shows all of one kind, or a little of each again. */
export function showKind(kind: SearchKind | undefined): void {
  useAskedNow.setState({ kind, limit: kind ? many : few });
  void search();
}

/** Shows more of the one kind that is shown. */
export function showMore(): void {
  useAskedNow.setState(({ limit }) => ({ limit: Math.min(200, limit + many) }));
  void search();
}

/** Asks the core what is asked now; an older question is no longer waited for. */
export async function search(): Promise<void> {
  const { asked, kind, limit } = useAskedNow.getState();
  const text = textToSearch(asked.text, isComposing);
  if (text === undefined) return;
  newest.abort();
  const mine = new AbortController();
  newest = mine;
  try {
    const found = await useStudio.getState().client.search.find(
      {
        ...asked,
        text,
        filters: asked.filters as SearchAsked['filters'],
        without: [...asked.without],
        limit,
        ...(kind && { kind }),
      },
      { signal: mine.signal },
    );
    if (mine === newest) useAskedNow.setState({ found, foundFor: asked, failed: undefined });
  } catch (error) {
    if (mine === newest) useAskedNow.setState({ failed: refusalOf(error) });
  }
}

/** Whether anything narrows or words the search. */
export function isAnythingAsked({ text, filters, like }: Asked): boolean {
  return text.trim() !== '' || filters.length > 0 || like !== undefined;
}
