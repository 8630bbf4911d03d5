import { useEffect, useRef } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { followRejudging } from './rejudging.ts';

/** Follows judging again for the window, and tells when it has found other verdicts, whatever page is open. Draws nothing. */
export function RejudgingWatch({ onShow }: { readonly onShow: () => void }) {
  const { t } = useText('regulation');
  const client = useStudio((studio) => studio.client);
  const isConnected = useStudio((studio) => studio.connection === 'connected');
  const latest = useRef({ t, onShow });
  latest.current = { t, onShow };
  useEffect(() => {
    if (!isConnected) return;
    const stop = new AbortController();
    followRejudging(client, stop.signal, ({ changed, total }) => {
      if (changed === 0) return;
      const { t: say, onShow: show } = latest.current;
      tell({
        tone: 'plain',
        text: say('rejudged', { changed, count: total }),
        action: { label: say('rejudged-show'), run: show },
      });
    }).catch(() => undefined);
    return () => stop.abort();
  }, [client, isConnected]);
  return null;
}
