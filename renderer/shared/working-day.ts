/** @file What the working day shows is asked of the core again whenever its part of it changes, in this window or another. */
import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { StudioClient } from '#contract/contract.ts';
import { tellRefusal } from './refusal.ts';
import { reloadMaterials } from './reload-materials.ts';
import { useStudio } from './studio.ts';

const dayParts = ['evaluations', 'briefs', 'stock', 'labels', 'collections'] as const;
export type DayPart = (typeof dayParts)[number];

const useDay = create<Record<DayPart, number>>(() => ({
  evaluations: 0,
  briefs: 0,
  stock: 0,
  labels: 0,
  collections: 0,
}));

/**
 * Follows the working day until `signal` aborts. Everything shown is asked again at the start, and whenever more happened at
 * once than is told: something may have been missed.
 */
export async function followDay(client: StudioClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    useDay.setState((now) => Object.fromEntries(dayParts.map((part) => [part, now[part] + 1])));
    for await (const { what } of await client.calendar.watch(undefined, { signal })) {
      // Nothing on the screen is of the library that is there now.
      if (what === 'library') return location.reload();
      if (what === 'collections') await reloadMaterials();
      useDay.setState((now) => ({ [what]: now[what] + 1 }));
    }
  }
}

/** How often a part of the working day has changed: for what keeps pages of its own. */
export function useDayVersion(part: DayPart): number {
  return useDay((day) => day[part]);
}

/** What `ask` answers for `key`; undefined until it is here. The last answer stays while a newer one is on its way. */
export function useAsked<T>(
  parts: readonly DayPart[],
  key: string,
  ask: (client: StudioClient) => Promise<T>,
): T | undefined {
  const client = useStudio((studio) => studio.client);
  const version = useDay((day) => parts.map((part) => day[part]).join(' '));
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T }>();
  const latest = useRef(ask);
  latest.current = ask;
  const wanted = `${key}\n${version}`;
  useEffect(() => {
    let isWanted = wanted !== '';
    latest.current(client).then((value) => isWanted && setAnswer({ key, value }), tellRefusal);
    return () => {
      isWanted = false;
    };
  }, [client, wanted, key]);
  return answer?.key === key ? answer.value : undefined;
}

/** The local day, in ISO. */
export function localDay(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
