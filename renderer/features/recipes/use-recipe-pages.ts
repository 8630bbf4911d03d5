/** @file The list of recipes, fetched page by page as it is looked at. The core searches and sorts; nothing stale is shown. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useDayVersion } from '#renderer/shared/working-day.ts';

const pageSize = 100;
/** How long changes gather before the list is fetched again, in ms. */
const gathering = 200;

export interface RecipeQuery {
  readonly search: string;
  readonly archived: boolean;
  /** Empty: whatever its tags. */
  readonly tag: string;
  readonly favourite: boolean;
}

/** What has been fetched so far of the answer to one query. */
export interface RecipePages {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** The query the rows belong to: while a new one is on its way, the one before. */
  readonly query: RecipeQuery;
  readonly rows: ReadonlyMap<number, RecipeHead>;
}

/** The recipes of a query, and how to say which rows are in sight. Follows what happens to recipes in any window. */
export function useRecipePages(query: RecipeQuery): RecipePages & {
  readonly see: (first: number, last: number) => void;
  readonly indexOf: (id: RecipeId) => number | undefined;
} {
  const client = useStudio((studio) => studio.client);
  const connection = useStudio((studio) => studio.connection);
  const { search, archived, tag, favourite } = query;
  const imported = useDayVersion('collections');
  const marked = useDayVersion('labels');
  const marks = tag !== '' || favourite ? marked : 0;
  const [pages, setPages] = useState<RecipePages>({ total: undefined, query, rows: new Map() });
  /** Answers of an earlier generation are dropped. `asked` are the pages of this one; `sight` is what the screen shows. */
  const now = useRef({ generation: 0, asked: new Set<number>(), sight: [0, 0] as readonly [number, number] });

  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      const { generation, asked } = now.current;
      asked.add(page);
      try {
        const offset = page * pageSize;
        const { recipes, total } = await client.recipes.list({
          search,
          archived,
          ...(tag && { tag }),
          favourite,
          limit: pageSize,
          offset,
        });
        if (generation !== now.current.generation) return;
        const found = recipes.map((head, index) => [offset + index, head as RecipeHead] as const);
        setPages((before) => {
          const asked = { search, archived, tag, favourite };
          const isSame = JSON.stringify(before.query) === JSON.stringify(asked);
          const kept = isSame && before.total === total ? before.rows : [];
          return { total, query: asked, rows: new Map([...kept, ...found]) };
        });
      } catch (error) {
        asked.delete(page);
        if (generation === now.current.generation) tellRefusal(error);
      }
    },
    [client, search, archived, tag, favourite],
  );

  /** Fetches again what is in sight; the rest is fetched when it is looked at. */
  const refresh = useCallback(() => {
    now.current.generation += 1;
    now.current.asked = new Set();
    for (const page of pagesOf(now.current.sight)) void fetchPage(page);
  }, [fetchPage]);

  useEffect(() => {
    now.current.sight = [0, 0];
  }, [search, archived, tag, favourite]);

  useEffect(() => {
    if (connection !== 'connected') return;
    refresh();
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    void (async () => {
      for await (const _ of await client.recipes.watch(undefined, { signal: stop.signal })) {
        clearTimeout(timer);
        timer = setTimeout(refresh, gathering);
      }
    })().catch(() => undefined); // the connection says so, and starts this again
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, connection, refresh, imported, marks]);

  const see = useCallback(
    (first: number, last: number) => {
      now.current.sight = [first, last];
      for (const page of pagesOf([first, last])) if (!now.current.asked.has(page)) void fetchPage(page);
    },
    [fetchPage],
  );

  const { rows } = pages;
  const indexOf = useCallback(
    (id: RecipeId) => {
      for (const [index, head] of rows) if (head.id === id) return index;
      return undefined;
    },
    [rows],
  );
  return { ...pages, see, indexOf };
}

function pagesOf([first, last]: readonly [number, number]): readonly number[] {
  const from = Math.floor(first / pageSize);
  const to = Math.floor(Math.max(first, last) / pageSize);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
