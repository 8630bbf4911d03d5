import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { ShelfModel } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './shelf.module.css';

interface Loading {
  readonly percent: number;
  readonly unloads: readonly string[];
}

/** Loads a model, with its progress and a way to stop; or unloads it. */
export function LoadButton({ model: { id, name, loaded, refused, isMissing } }: { readonly model: ShelfModel }) {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [now, setNow] = useState<Loading>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function load(): Promise<void> {
    const leaving = new AbortController();
    stop.current = leaving;
    setNow({ percent: 0, unloads: [] });
    try {
      for await (const stage of await client.models.load({ modelId: id }, { signal: leaving.signal })) {
        if (stage.stage === 'planned') setNow({ percent: 0, unloads: stage.unloads });
        else if (stage.stage === 'loading')
          setNow((before) => ({ unloads: before?.unloads ?? [], percent: Math.round(stage.progress * 100) }));
      }
    } catch (error) {
      if (!leaving.signal.aborted) tellRefusal(error);
    } finally {
      setNow(undefined);
    }
  }

  if (now) {
    return (
      <span className={styles.loading}>
        <progress aria-label={t('loading-percent', { percent: now.percent })} max={100} value={now.percent} />
        {now.unloads.length > 0 && <small>{t('loading-unloads', { names: now.unloads.join(', ') })}</small>}
        <Button variant="outlined" onClick={() => stop.current?.abort()}>
          {t('stop')}
        </Button>
      </span>
    );
  }
  if (loaded) {
    return (
      <Button
        variant="outlined"
        aria-label={`${t('unload')}: ${name}`}
        onClick={() => void client.models.unload({ modelId: id }).catch(tellRefusal)}
      >
        {t('unload')}
      </Button>
    );
  }
  return (
    <Button
      variant="outlined"
      aria-label={`${t('load')}: ${name}`}
      disabled={refused !== null || isMissing}
      onClick={() => void load()}
    >
      {t('load')}
    </Button>
  );
}
