import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { RejudgingRun } from '#contract/regulation.ts';
import type { VerdictChange } from '#perfumery/safety/stored-verdict.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './regulation.module.css';
import { startRejudging, stopRejudging, useRejudging } from './rejudging.ts';

/** Judging all trials again: how far it is, a way to stop it or to do it once more, and what the last runs found. */
export function RejudgeSection() {
  const { t } = useText('regulation');
  const now = useRejudging((state) => state.now);
  const runs = useRejudging((state) => state.runs);
  const [latest, ...earlier] = runs.filter(({ number, changed }) => number !== now?.number || changed > 0);
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <div>
          <h3>{t('rejudge')}</h3>
          <p className={styles.hint}>{t('rejudge-hint')}</p>
        </div>
        {now ? (
          <Button onClick={stopRejudging}>{t('cancel')}</Button>
        ) : (
          <Button variant="outlined" onClick={startRejudging}>
            {t('rejudge-again')}
          </Button>
        )}
      </div>
      {now && (
        <>
          <LinearProgress
            variant="determinate"
            value={now.total > 0 ? (now.done / now.total) * 100 : 0}
            aria-label={t('rejudge')}
          />
          <p className={styles.hint}>
            {t(`why.${now.why}`, { amendment: now.amendment })} · {t('judging', { done: now.done, total: now.total })}
          </p>
        </>
      )}
      {latest && <Run run={latest} />}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('earlier-runs', { count: earlier.length })}</summary>
          {earlier.map((run) => (
            <Run key={run.number} run={run} />
          ))}
        </details>
      )}
    </section>
  );
}

function Run({ run }: { readonly run: RejudgingRun }) {
  const { t, language } = useText('regulation');
  const numbers = useNumbers();
  const { why, amendment, state, total, changed, asked, ended, materials, trials } = run;
  const about = materials?.map((name) => inLanguage(name, language)).join(', ');
  const outcome =
    state === 'stopped'
      ? t('stopped', { done: run.done, total })
      : changed === 0
        ? t('rejudged-same', { count: total })
        : t('rejudged', { changed, count: total });
  return (
    <div className={styles.run}>
      <p className={styles.outcome} role="status">
        <b>{outcome}</b>
        <span className={styles.quiet}>
          {[t(`why.${why}`, { amendment }), about, numbers.day(ended ?? asked)].filter(Boolean).join(' · ')}
        </span>
      </p>
      {trials.length > 0 && (
        <ul className={styles.changed}>
          {trials.map(({ trialId, recipeName, number, changes }) => (
            <li key={trialId}>
              <strong>{t('trial-of', { name: inLanguage(recipeName, language), number })}</strong>
              <Changes changes={changes} />
            </li>
          ))}
          {trials.length < changed && <li>{t('more-trials', { count: changed - trials.length })}</li>}
        </ul>
      )}
    </div>
  );
}

/** Categories that went the same way are told together. */
function Changes({ changes }: { readonly changes: readonly VerdictChange[] }) {
  const { t } = useText('regulation');
  const ways = Map.groupBy(changes, ({ before, now }) => `${before} ${now}`);
  return (
    <span className={styles.ways}>
      {[...ways].map(([way, [first, ...others]]) => {
        if (!first) return null;
        const all = [first, ...others];
        const named = all.flatMap(({ where }) => (where === 'eu-law' ? [] : [where]));
        const places = [
          ...(named.length > 0 ? [t('where-category', { category: named.join(', '), count: named.length })] : []),
          ...(named.length < all.length ? [t('where-eu-law')] : []),
        ];
        const { before, now } = first;
        return (
          <span key={way} data-verdict={now}>
            {t('change', { where: places.join(', '), before: t(`verdict.${before}`), now: t(`verdict.${now}`) })}
          </span>
        );
      })}
    </span>
  );
}
