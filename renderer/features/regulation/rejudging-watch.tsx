import { useEffect, useRef } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { followRejudging } from './rejudging.ts';

interface Props {
  /** Whether what it found is in sight already. */
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** Follows judging again for the window, and tells when it has found other verdicts, whatever page is open. Draws nothing. */
export function RejudgingWatch({ isShown, onShow }: Props) {
  const { t } = useText('regulation');
  const client = useStudio((studio) => studio.client);
  const isConnected = useStudio((studio) => studio.connection === 'connected');
  const latest = useRef({ t, isShown, onShow });
  latest.current = { t, isShown, onShow };
  useEffect(() => {
    if (!isConnected) return;
    const stop = new AbortController();
    followRejudging(client, stop.signal, ({ changed, total }) => {
      const { t: say, isShown: isSeen, onShow: show } = latest.current;
      if (changed === 0 || isSeen) return;
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
