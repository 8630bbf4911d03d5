/** @file What a language model does before it speaks: waiting, loading, started; and whose words one is about to read. */
import type { z } from 'zod';
import type { modelEventShape } from '#contract/assistant.ts';
import styles from './model-stage.module.css';
import { useText } from './text.ts';

type ModelEvent = z.output<typeof modelEventShape>;

export function ModelStage({ event }: { readonly event: ModelEvent }) {
  const { t } = useText('assistant');
  switch (event.kind) {
    case 'queued':
      return <p className={styles.hint}>{t('queued', { count: event.ahead })}</p>;
    case 'loading':
      return (
        <p className={styles.hint}>
          {t('loading', { name: event.name, percent: Math.round(event.progress * 100) })}
          {event.unloads.length > 0 && ` ${t('unloads', { names: event.unloads.join(', ') })}`}
        </p>
      );
    case 'summarising':
      return <p className={styles.hint}>{t('summarising', { tokens: event.tokens, room: event.room })}</p>;
    case 'started':
      return (
        <p className={styles.hint}>
          {t('by', { name: event.modelName })}
          {event.isDemonstration && <strong className={styles.warning}> {t('demonstration')}</strong>}
          {event.leavesMachine && <strong className={styles.warning}> {t('leaves-machine')}</strong>}
        </p>
      );
  }
}
