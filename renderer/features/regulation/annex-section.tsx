import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import type { ReadAnnex } from '#contract/regulation.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { sendFile } from '#renderer/shared/send-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Faults } from './faults.tsx';
import styles from './regulation.module.css';

/** Contributions of naturals from a CSV: what it would change, then taken over. */
export function AnnexSection() {
  const { t, language } = useText('regulation');
  const client = useStudio((studio) => studio.client);
  const [chosen, setChosen] = useState<{
    readonly file: Awaited<ReturnType<typeof sendFile>>;
    readonly read: ReadAnnex;
  }>();
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);

  async function attempt(act: () => Promise<void>): Promise<void> {
    setRefused(undefined);
    try {
      await act();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    }
  }

  const open = (given: File) =>
    attempt(async () => {
      const file = await sendFile(given);
      setChosen({ file, read: await client.regulation.readAnnex({ file }) });
    });
  const keep = (file: Awaited<ReturnType<typeof sendFile>>) =>
    attempt(async () => {
      await client.regulation.keepAnnex({ file });
      setChosen(undefined);
      tell({ tone: 'good', text: t('annex-kept') });
    });
  const matched = chosen?.read.entries.filter(({ material }) => material) ?? [];
  const unmatched = chosen?.read.entries.filter(({ material }) => !material) ?? [];

  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <div>
          <h3>{t('annex')}</h3>
          <p className={styles.hint}>{t('annex-hint')}</p>
        </div>
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {t('annex-import')}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('annex-import')}
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void open(file);
        }}
      />
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      {chosen && (
        <>
          <p className={styles.outcome}>
            {t('annex-read', {
              name: chosen.read.fileName,
              matched: matched.length,
              total: chosen.read.entries.length,
            })}
          </p>
          <Faults faults={chosen.read.faults} />
          <ul className={styles.changed}>
            {matched.map(({ name, material, added, changed }) => (
              <li key={name}>
                <strong>{material ? inLanguage(material.name, language) : name}</strong>
                <span>{t('annex-entry', { added, changed })}</span>
              </li>
            ))}
          </ul>
          {unmatched.length > 0 && (
            <p className={styles.hint}>
              {t('annex-unmatched', { names: unmatched.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <div className={styles.acts}>
            <Button onClick={() => setChosen(undefined)}>{t('discard')}</Button>
            <Button
              variant="contained"
              disabled={matched.length === 0 || chosen.read.faults.some(({ stops }) => stops)}
              onClick={() => void keep(chosen.file)}
            >
              {t('annex-keep')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
