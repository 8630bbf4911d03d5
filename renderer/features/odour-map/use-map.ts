import { useEffect, useState } from 'react';
import type { MapPoint } from '#contract/search.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

export type MapNow =
  | { readonly stage: 'laying'; readonly share: number }
  | { readonly stage: 'stopped' }
  | { readonly stage: 'done'; readonly by: 'meaning' | 'concepts'; readonly points: readonly MapPoint[] };

/** The map of some kinds, laid out in the core; `stop` leaves off waiting for it, `again` begins anew. */
export function useMap(kinds: readonly SearchKind[]): {
  readonly map: MapNow;
  readonly stop: () => void;
  readonly again: () => void;
} {
  const client = useStudio((studio) => studio.client);
  const [map, setMap] = useState<MapNow>({ stage: 'laying', share: 0 });
  const [turn, setTurn] = useState(0);
  const [stopped, setStopped] = useState<AbortController>();
  const asked = kinds.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    setStopped(stop);
    setMap({ stage: 'laying', share: 0 });
    void (async () => {
      const stages = await client.search.map({ kinds: asked.split(' ') as SearchKind[] }, { signal: stop.signal });
      for await (const stage of stages) if (!stop.signal.aborted) setMap(stage);
    })().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      setMap({ stage: 'stopped' });
      tellRefusal(error);
    });
    return () => stop.abort();
  }, [client, asked, turn]);
  return {
    map,
    stop: () => {
      stopped?.abort();
      setMap({ stage: 'stopped' });
    },
    again: () => setTurn((count) => count + 1),
  };
}
