import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { Shelf } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { sizeText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { type Tone, ToneIcon } from '#renderer/ui/tone.tsx';
import { DiagnosePanel } from './diagnose-panel.tsx';
import { Choice } from './settings-form.tsx';
import styles from './shelf.module.css';
import { timeOf } from './shelf-page.tsx';

const wishes = ['auto', 'cuda', 'vulkan', 'metal', 'cpu'] as const;

/** What computes and why, how the process of the models is, and a diagnosis. */
export function MachineView({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useText('models');
  return (
    <div className={styles.columns}>
      <section aria-label={t('backend')}>
        <h2>{t('backend')}</h2>
        <BackendFindings shelf={shelf} />
      </section>
      <section aria-label={t('process')}>
        <h2>{t('process')}</h2>
        <HostState shelf={shelf} />
      </section>
      <section aria-label={t('diagnose')} className={styles.whole}>
        <h2>{t('diagnose')}</h2>
        <DiagnosePanel />
      </section>
    </div>
  );
}

function BackendFindings({ shelf: { backend, preferences } }: { readonly shelf: Shelf }) {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [isLooking, setLooking] = useState(false);
  const look = () => {
    setLooking(true);
    void client.models
      .look()
      .catch(tellRefusal)
      .finally(() => setLooking(false));
  };
  return (
    <>
      <Choice
        label={t('backend-wish')}
        value={preferences.backend}
        onChoose={(value) => {
          const wish = wishes.find((one) => one === value);
          if (wish) void client.models.preferences({ backend: wish }).catch(tellRefusal);
        }}
      >
        {wishes.map((wish) => (
          <option key={wish} value={wish}>
            {t(`backend-${wish}`)}
          </option>
        ))}
      </Choice>
      {!backend && (
        <p className={styles.line}>
          <span className={styles.quiet}>{t('backend-unknown')}</span>
          <Button variant="outlined" disabled={isLooking} onClick={look}>
            {t('look-now')}
          </Button>
        </p>
      )}
      {backend && (
        <>
          <p className={styles.pair}>
            <ToneIcon tone={backend.backend === 'cpu' ? 'over-limit' : 'pass'} />{' '}
            {backend.backend === 'cpu' ? t('on-processor') : t('on-card', { device: backend.devices.join(', ') })}
          </p>
          {backend.isSecondBest && <p className={styles.problem}>{t('second-best')}</p>}
          <dl className={styles.facts}>
            {backend.findings
              .filter(({ verdict }) => verdict !== 'other-system')
              .map(({ backend: name, verdict, detail }) => (
                <div key={name}>
                  <dt>{t(`backend-${name}`)}</dt>
                  <dd className={styles.pair}>
                    <ToneIcon tone={toneOf(verdict)} size={14} /> {t(`finding-${verdict}`, { detail })}
                  </dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </>
  );
}

/** What is missing but was never there is open; what is there and does not work wants something done. */
function toneOf(verdict: string): Tone {
  if (verdict === 'used') return 'pass';
  return verdict === 'no-runtime' || verdict === 'failed' || verdict === 'software' ? 'over-limit' : 'unknown';
}

function HostState({ shelf: { host, preferences } }: { readonly shelf: Shelf }) {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const id = useId();
  const { stage, breaker, lastEnding, memory } = host;
  const size = (bytes: number) => sizeText(bytes, language);
  return (
    <>
      <p className={styles.hint}>{t('process-text')}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('process')}</dt>
          <dd>
            {t(`stage-${stage}`)}
            <span className={styles.pair}>
              <ToneIcon tone={breaker.state === 'closed' ? 'pass' : 'over-limit'} size={14} />{' '}
              {t(`breaker-${breaker.state}`, { count: breaker.failures, time: timeOf(breaker.retryAt) })}
            </span>
          </dd>
        </div>
        {lastEnding && (
          <div>
            <dt />
            <dd>{t('last-ending', { time: timeOf(lastEnding.at), reason: t(`ending-${lastEnding.reason}`) })}</dd>
          </div>
        )}
        {memory && (
          <div>
            <dt>{t('memory')}</dt>
            <dd>
              {t('memory-ram', { free: size(memory.ramFree), total: size(memory.ramTotal) })}
              {memory.vramTotal > 0 && (
                <>
                  <br />
                  {t('memory-card', { free: size(memory.vramFree), total: size(memory.vramTotal) })}
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.field}>
        <label htmlFor={id}>{t('idle-minutes')}</label>
        <input
          id={id}
          className={`${styles.input} ${styles.short}`}
          type="number"
          min={0}
          max={1440}
          value={preferences.idleMinutes}
          onChange={({ target }) => {
            const idleMinutes = Math.min(1440, Math.max(0, Number(target.value) || 0));
            void client.models.preferences({ idleMinutes }).catch(tellRefusal);
          }}
        />
      </div>
    </>
  );
}
