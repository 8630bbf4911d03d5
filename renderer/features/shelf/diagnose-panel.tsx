import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { Diagnosis } from '#contract/models.ts';
import { tell } from '#renderer/shared/notices.ts';
import { sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { saveFile } from '#renderer/shared/save-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { reportText } from './report-text.ts';
import styles from './shelf.module.css';

/** Ten seconds that try everything, and a report one can send. */
export function DiagnosePanel() {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [status, setStatus] = useState<string>();
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function diagnose(): Promise<void> {
    const leaving = new AbortController();
    stop.current = leaving;
    setDiagnosis(undefined);
    setStatus(t('diagnose-backend'));
    try {
      for await (const stage of await client.models.diagnose({}, { signal: leaving.signal })) {
        if (stage.stage === 'backend') setStatus(t('diagnose-backend'));
        else if (stage.stage === 'loading') setStatus(t('diagnose-loading', { name: stage.name }));
        else if (stage.stage === 'answering') setStatus(t('diagnose-answering', { count: stage.tokens }));
        else setDiagnosis(stage.diagnosis);
      }
    } catch (error) {
      if (!leaving.signal.aborted) tellRefusal(error);
    } finally {
      setStatus(undefined);
    }
  }

  const report = diagnosis && reportText(diagnosis, t, language, sentenceFor);
  return (
    <>
      <p className={styles.hint}>{t('diagnose-hint')}</p>
      <p className={styles.line} aria-live="polite">
        {status === undefined ? (
          <Button variant="contained" onClick={() => void diagnose()}>
            {t('diagnose-start')}
          </Button>
        ) : (
          <>
            <span>{status}</span>
            <Button variant="outlined" onClick={() => stop.current?.abort()}>
              {t('stop')}
            </Button>
          </>
        )}
        {report && (
          <>
            <Button
              variant="outlined"
              onClick={() =>
                void navigator.clipboard
                  .writeText(report)
                  .then(() => tell({ tone: 'good', text: t('copied') }), tellRefusal)
              }
            >
              {t('copy')}
            </Button>
            <Button
              variant="outlined"
              onClick={() => saveFile(new File([report], 'sillage-models.txt', { type: 'text/plain' }))}
            >
              {t('save-report')}
            </Button>
          </>
        )}
      </p>
      {report && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that
        <section className={styles.report} aria-label={t('report')} tabIndex={0}>
          <pre>{report}</pre>
        </section>
      )}
    </>
  );
}
