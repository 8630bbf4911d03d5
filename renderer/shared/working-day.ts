/** @file What the working day shows is asked of the core again whenever its part of it changes, in this window or another. */
import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { StudioClient } from '#contract/contract.ts';
import { tellRefusal } from './refusal.ts';
import { useStudio } from './studio.ts';

export type DayPart = 'evaluations' | 'briefs' | 'stock' | 'labels';

const useDay = create<Record<DayPart, number>>(() => ({ evaluations: 0, briefs: 0, stock: 0, labels: 0 }));

/** Follows the working day until `signal` aborts. Everything shown is asked again at the start: something may have been missed. */
export async function followDay(client: StudioClient, signal: AbortSignal): Promise<void> {
  useDay.setState(({ evaluations, briefs, stock, labels }) => ({
    evaluations: evaluations + 1,
    briefs: briefs + 1,
    stock: stock + 1,
    labels: labels + 1,
  }));
  for await (const { what } of await client.calendar.watch(undefined, { signal })) {
    useDay.setState((now) => ({ [what]: now[what] + 1 }));
  }
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
