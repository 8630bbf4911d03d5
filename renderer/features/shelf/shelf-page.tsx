/** @file The page of language models: what is on the shelf, who plays what, how to add more, and what this machine computes with. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import { AddView } from './add-view.tsx';
import { MachineView } from './machine-view.tsx';
import { ModelsView } from './models-view.tsx';
import { RolesView } from './roles-view.tsx';
import { ServersView } from './servers-view.tsx';
import styles from './shelf.module.css';
import { usePlans, useShelf } from './use-shelf.ts';

const views = ['shelf', 'roles', 'add', 'servers', 'machine'] as const;

export function ShelfPage() {
  const { t } = useText('models');
  const [view, setView] = useState<(typeof views)[number]>('shelf');
  const shelf = useShelf();
  const plans = usePlans(shelf);
  const isOnlyDemonstration =
    shelf !== undefined && !shelf.models.some(({ isDemonstration, refused }) => !isDemonstration && !refused);
  return (
    <section className={styles.page} aria-label={t('title')}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <Segmented
          legend={t('view')}
          options={views.map((key) => ({ key, label: t(key) }))}
          chosen={view}
          onChoose={setView}
        />
        <span className={styles.spring} />
        {view !== 'add' && (
          <Button variant="contained" onClick={() => setView('add')}>
            {t('add-one')}
          </Button>
        )}
      </header>
      {shelf && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that
        <div className={styles.body} tabIndex={0}>
          {isOnlyDemonstration && shelf.models.length > 0 && view !== 'add' && (
            <p className={styles.banner}>
              <ToneIcon tone="unknown" />
              <span>{t('demonstration-only', { example: 'Qwen2.5-7B-Instruct (Q4_K_M)' })}</span>
            </p>
          )}
          {shelf.host.breaker.state === 'open' && (
            <p className={styles.banner} role="alert">
              <ToneIcon tone="over-limit" />
              <span>
                {t('process')}:{' '}
                {t('breaker-open', {
                  count: shelf.host.breaker.failures,
                  time: timeOf(shelf.host.breaker.retryAt),
                })}
              </span>
            </p>
          )}
          {view === 'shelf' && <ModelsView shelf={shelf} plans={plans} onAdd={() => setView('add')} />}
          {view === 'roles' && <RolesView shelf={shelf} />}
          {view === 'add' && <AddView shelf={shelf} />}
          {view === 'servers' && <ServersView shelf={shelf} />}
          {view === 'machine' && <MachineView shelf={shelf} />}
        </div>
      )}
    </section>
  );
}

/** The time of day of an instant in ms since 1970. */
export function timeOf(at: number | null): string {
  return at === null ? '' : new Date(at).toLocaleTimeString();
}
