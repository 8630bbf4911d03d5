/** @file The shelf as the window follows it: the whole of it at once and again whenever something changes. */
import { useEffect, useSyncExternalStore } from 'react';
import type { ModelPlan, Shelf } from '#contract/models.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

let shelf: Shelf | undefined;
let plans: ReadonlyMap<string, ModelPlan> = new Map();
let problem: string | undefined;
const readers = new Set<() => void>();
let followers = 0;
let stop = new AbortController();

const tellAll = () => {
  for (const read of readers) read();
};

/** The shelf, followed for as long as somebody shows it. */
export function useShelf(): Shelf | undefined {
  const client = useStudio((studio) => studio.client);
  const connection = useStudio((studio) => studio.connection);
  useEffect(() => {
    if (connection !== 'connected') return;
    followers += 1;
    if (followers === 1) {
      stop = new AbortController();
      const { signal } = stop;
      (async () => {
        for await (const next of await client.models.follow(undefined, { signal })) {
          shelf = next;
          tellAll();
        }
      })().catch(() => undefined);
    }
    return () => {
      followers -= 1;
      if (followers === 0) stop.abort();
    };
  }, [client, connection]);
  return useSyncExternalStore(subscribe, () => shelf);
}

export interface Plans {
  readonly of: ReadonlyMap<string, ModelPlan>;
  /** Why nothing could be reckoned. */
  readonly problem: string | undefined;
}

/** What loading each model would do; asked again when models, their settings or what is loaded change. */
export function usePlans(shelf: Shelf | undefined): Plans {
  const client = useStudio((studio) => studio.client);
  const worth = shelf?.models.filter(({ facts, refused, isMissing }) => facts && !refused && !isMissing) ?? [];
  // The demonstration fits everywhere: for it alone no process is started.
  const isNeeded = worth.some(({ isDemonstration }) => !isDemonstration) || shelf?.host.stage === 'ready';
  const key = isNeeded ? JSON.stringify(worth.map(({ id, settings, loaded }) => [id, settings, loaded?.context])) : '';
  useEffect(() => {
    if (key === '') return;
    const modelIds = (JSON.parse(key) as [string][]).map(([id]) => id);
    let isOver = false;
    client.models.plan({ modelIds }).then(
      (made) => {
        if (isOver) return;
        plans = new Map(made.map((plan) => [plan.modelId, plan]));
        problem = undefined;
        tellAll();
      },
      (error: unknown) => {
        if (isOver) return;
        problem = sentenceFor(refusalOf(error));
        tellAll();
      },
    );
    return () => {
      isOver = true;
    };
  }, [client, key]);
  const of = useSyncExternalStore(subscribe, () => plans);
  return { of, problem: useSyncExternalStore(subscribe, () => problem) };
}

function subscribe(read: () => void): () => void {
  readers.add(read);
  return () => void readers.delete(read);
}
