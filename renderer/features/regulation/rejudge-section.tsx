import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { VerdictChange } from '#perfumery/safety/stored-verdict.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './regulation.module.css';
import { type ChangedTrial, startRejudging, stopRejudging, useRejudging } from './rejudging.ts';

const mostShown = 200;

/** Judges all trials again, with progress, a way to stop it, and what is another verdict than before. */
export function RejudgeSection() {
  const { t } = useText('regulation');
  const now = useRejudging((state) => state.now);
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <div>
          <h3>{t('rejudge')}</h3>
          <p className={styles.hint}>{t('rejudge-hint')}</p>
        </div>
        {now.is === 'judging' ? (
          <Button onClick={stopRejudging}>{t('cancel')}</Button>
        ) : (
          <Button variant="outlined" onClick={() => void startRejudging()}>
            {t('rejudge')}
          </Button>
        )}
      </div>
      {now.is === 'judging' && (
        <>
          <LinearProgress
            variant="determinate"
            value={now.total > 0 ? (now.done / now.total) * 100 : 0}
            aria-label={t('rejudge')}
          />
          <p className={styles.hint}>{t('judging', { done: now.done, total: now.total })}</p>
        </>
      )}
      <p className={styles.outcome} role="status">
        {now.is === 'done' && now.changed.length === 0 && t('rejudged-same', { count: now.total })}
        {now.is === 'done' &&
          now.changed.length > 0 &&
          t('rejudged', { changed: now.changed.length, count: now.total })}
        {now.is === 'stopped' && t('stopped')}
        {now.is === 'failed' && now.sentence}
      </p>
      {'changed' in now && now.changed.length > 0 && <ChangedTrials changed={now.changed} />}
    </section>
  );
}

function ChangedTrials({ changed }: { readonly changed: readonly ChangedTrial[] }) {
  const { t, language } = useText('regulation');
  const say = ({ where, before, now }: VerdictChange) =>
    t('change', {
      where: where === 'eu-law' ? t('where-eu-law') : t('where-category', { category: where }),
      before: t(`verdict.${before}`),
      now: t(`verdict.${now}`),
    });
  return (
    <ul className={styles.changed}>
      {changed.slice(0, mostShown).map(({ trialId, recipeName, number, changes }) => (
        <li key={trialId}>
          <strong>{t('trial-of', { name: inLanguage(recipeName, language), number })}</strong>
          <span>{changes.map(say).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
