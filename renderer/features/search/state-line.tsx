import { useEffect, useState } from 'react';
import type { SearchState } from '#contract/search.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './search.module.css';

/** How search is doing; undefined until the first word of it. */
export function useSearchState(): SearchState | undefined {
  const client = useStudio((studio) => studio.client);
  const connection = useStudio((studio) => studio.connection);
  const [state, setState] = useState<SearchState>();
  useEffect(() => {
    if (connection !== 'connected') return;
    const stop = new AbortController();
    void (async () => {
      const changes = await client.search.watch(undefined, { signal: stop.signal });
      setState(await client.search.state());
      for await (const next of changes) setState(next);
    })().catch(() => undefined); // the connection says so, and starts this again
    return () => stop.abort();
  }, [client, connection]);
  return state;
}

/** One line where search is not all that it can be, and why; nothing otherwise. */
export function StateLine({ state }: { readonly state: SearchState | undefined }) {
  const { t } = useText('search');
  const said = state && sentence(state, t);
  if (!said) return null;
  const { text, share } = said;
  return (
    <p className={styles.state} role="status">
      <Icon name="question" size={13} />
      <span>{text}</span>
      {share !== undefined && <progress max={1} value={share} aria-label={t('progress')} />}
    </p>
  );
}

type Said = { readonly text: string; readonly share?: number } | undefined;

function sentence({ shelf, meaning }: SearchState, t: ReturnType<typeof useText<'search'>>['t']): Said {
  if (shelf.stage === 'reading') return { text: t('state-reading') };
  if (shelf.stage === 'making' && shelf.total > 20) {
    const { left, total } = shelf;
    return { text: t('state-making', { done: total - left, total }), share: 1 - left / Math.max(1, total) };
  }
  if (meaning.stage === 'off') return { text: t('state-no-meaning') };
  if (meaning.stage === 'building') {
    const { done, total } = meaning;
    return { text: t('state-building', { done, total }), share: done / Math.max(1, total) };
  }
  if (meaning.stage === 'scanning') return { text: t(`state-scanning.${meaning.because as 'unknown'}`) };
  return undefined;
}
