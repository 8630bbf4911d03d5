/** @file One sitting: what is due, its samples side by side, which was preferred, and the end. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { StudioClient } from '#contract/contract.ts';
import type { TrialId } from '#foundation/ids.ts';
import type { TrialHead } from '#perfumery/formula/recipe.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evaluation.module.css';
import { type Draft, emptyDraft, ImpressionForm, impressionOf } from './impression-form.tsx';
import { ImpressionsTable } from './impressions-table.tsx';
import { useWords } from './use-words.ts';

export type SittingSeen = Awaited<ReturnType<StudioClient['evaluations']['of']>>['sittings'][number];

interface Props {
  readonly sitting: SittingSeen;
  readonly trials: readonly TrialHead[];
}

const tie = 'tie';

export function SittingCard({ sitting, trials }: Props) {
  const { t } = useText('evaluation');
  const words = useWords(trials);
  const client = useStudio((studio) => studio.client);
  const { id: sittingId, samples, due, impressions, comparisons, isBlind, revealed, ended } = sitting;
  const [at, setAt] = useState(due.find(({ settled }) => settled === undefined)?.minutes ?? 0);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [preferred, prefer] = useState<string>();
  const isSealed = isBlind && revealed === undefined;
  const now = Date.now();

  const nameOf = (code: string) => {
    const trialId = samples.find((one) => one.code === code)?.trialId as TrialId | undefined;
    if (isSealed || !trialId) return t('sample', { code });
    if (!isBlind) return words.trial(trialId);
    return t('was-trial', { code, number: trials.find(({ id }) => id === trialId)?.number ?? 0 });
  };
  const run = (act: Promise<unknown>, then = () => {}) => void act.then(then, tellRefusal);

  return (
    <section className={styles.sitting} aria-label={t('started', { when: words.instant(sitting.started) })}>
      <h3>
        {t('started', { when: words.instant(sitting.started) })} · {t(`medium.${sitting.medium}`)}
        {ended && ` · ${t('ended')}`}
      </h3>
      {isSealed && <p className={table.hint}>{t('trials-differ')}</p>}
      {!ended && (
        <ul className={styles.due} aria-label={t('due')}>
          {due.map(({ minutes, due: when, settled }) => (
            <li key={minutes}>
              <strong>{words.after(minutes)}</strong>
              {settled ? (
                <span className={table.quiet}>{t('smelled')}</span>
              ) : (
                <>
                  <span className={Date.parse(when) <= now ? styles.late : table.quiet}>
                    {t(Date.parse(when) <= now ? 'overdue' : 'due-at', { when: words.instant(when) })}
                  </span>
                  <Button onClick={() => setAt(minutes)}>{t('smell-now', { when: words.after(minutes) })}</Button>
                  <Button
                    aria-label={t('pass-over-of', { when: words.after(minutes) })}
                    onClick={() => run(client.evaluations.passOver({ sittingId, minutes }))}
                  >
                    {t('pass-over')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!ended && (
        <div className={styles.samples}>
          {samples.map(({ code }) => {
            const draft = drafts[code] ?? emptyDraft;
            const set = (next: Draft) => setDrafts((all) => ({ ...all, [code]: next }));
            return (
              <section key={code} className={styles.sample} aria-label={nameOf(code)}>
                <h4>
                  {nameOf(code)} · {words.after(at)}
                </h4>
                <ImpressionForm draft={draft} onChange={set} />
                <Button
                  onClick={() =>
                    run(
                      client.evaluations.evaluateSample({
                        sittingId,
                        code,
                        impression: { ...impressionOf(draft), minutes: at },
                      }),
                      () => set(emptyDraft),
                    )
                  }
                >
                  {t('keep')}
                </Button>
              </section>
            );
          })}
        </div>
      )}
      <ImpressionsTable
        columns={samples.map(({ code }) => ({ key: code, title: nameOf(code) }))}
        impressions={impressions}
        columnOf={({ code }) => code}
        after={words.after}
        caption={t('side-by-side')}
      />
      {comparisons.map(({ id, minutes, preferred: code }) => (
        <p key={id} className={table.hint}>
          {code
            ? t('preferred-was', { when: words.after(minutes), what: nameOf(code) })
            : t('tie-was', { when: words.after(minutes) })}
        </p>
      ))}
      {!ended && (
        <div className={styles.row}>
          {samples.length > 1 && (
            <>
              <span className={styles.label}>{t('preferred')}</span>
              <Segmented
                legend={t('preferred')}
                options={[
                  ...samples.map(({ code }) => ({ key: code, label: nameOf(code) })),
                  { key: tie, label: t('tie') },
                ]}
                chosen={preferred ?? ''}
                onChoose={prefer}
              />
              <Button
                disabled={preferred === undefined}
                onClick={() =>
                  run(
                    client.evaluations.compare({
                      sittingId,
                      minutes: at,
                      preferred: preferred === tie || preferred === undefined ? null : preferred,
                    }),
                    () => prefer(undefined),
                  )
                }
              >
                {t('keep-preference')}
              </Button>
            </>
          )}
          <Button
            variant="outlined"
            onClick={() =>
              run(isBlind ? client.evaluations.reveal({ sittingId }) : client.evaluations.end({ sittingId }))
            }
          >
            {t(isBlind ? 'reveal' : 'end')}
          </Button>
        </div>
      )}
    </section>
  );
}
