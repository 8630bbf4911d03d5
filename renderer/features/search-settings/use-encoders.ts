import { useEffect, useState } from 'react';
import type { Encoders } from '#contract/encoders.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** The encoders as they are now; undefined until the first word of them. */
export function useEncoders(): Encoders | undefined {
  const client = useStudio((studio) => studio.client);
  const connection = useStudio((studio) => studio.connection);
  const [now, setNow] = useState<Encoders>();
  useEffect(() => {
    if (connection !== 'connected') return;
    const stop = new AbortController();
    void (async () => {
      for await (const next of await client.encoders.watch(undefined, { signal: stop.signal })) setNow(next);
    })().catch(() => undefined); // the connection says so, and starts this again
    return () => stop.abort();
  }, [client, connection]);
  return now;
}
