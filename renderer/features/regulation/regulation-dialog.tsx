/** @file The regulation: tables side by side, a workbook imported, contributions of naturals, trials judged again. */
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { ReadTable as Read, TableHead } from '#contract/regulation.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { sendFile } from '#renderer/shared/send-file.ts';
import { fetchRegulation, useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { AnnexSection } from './annex-section.tsx';
import { ReadTable } from './read-table.tsx';
import styles from './regulation.module.css';
import { RejudgeSection } from './rejudge-section.tsx';
import { TablesList } from './tables-list.tsx';

interface Importing {
  readonly name: string;
  readonly file?: Awaited<ReturnType<typeof sendFile>>;
  readonly read?: Read;
}

/** Opened from the settings and from the footnote of a verdict. */
export function RegulationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText('regulation');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [tables, setTables] = useState<readonly TableHead[]>([]);
  const [importing, setImporting] = useState<Importing>();
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(() => {
    client.regulation.tables().then(setTables, tellRefusal);
  }, [client]);

  async function attempt(act: () => Promise<void>): Promise<void> {
    setRefused(undefined);
    try {
      await act();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    }
  }

  const read = (chosen: File) =>
    attempt(async () => {
      const { name } = chosen;
      setImporting({ name });
      try {
        const file = await sendFile(chosen);
        setImporting({ name, file, read: await client.regulation.read({ file }) });
      } catch (error) {
        setImporting(undefined);
        throw error;
      }
    });
  const keep = ({ file, read: kept }: Importing) =>
    attempt(async () => {
      if (!file) return;
      setTables(await client.regulation.keep({ file }));
      setImporting(undefined);
      tell({ tone: 'good', text: t('kept', { amendment: kept?.amendment ?? '' }) });
    });
  const choose = (tableId: string) =>
    attempt(async () => {
      const now = await client.regulation.choose({ tableId });
      setTables(now);
      await fetchRegulation();
      tell({ tone: 'good', text: t('chosen', { amendment: now.find(({ isInForce }) => isInForce)?.amendment ?? '' }) });
    });
  const remove = (tableId: string) => attempt(async () => setTables(await client.regulation.remove({ tableId })));
  const hasStop = importing?.read?.problems.some(({ stops }) => stops) ?? true;

  return (
    <Dialog title={t('title')} width="lg" closeLabel={common('close')} onClose={onClose}>
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('intro')}</p>
        <TablesList tables={tables} onChoose={(id) => void choose(id)} onRemove={(id) => void remove(id)} />
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('import')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void read(chosen);
          }}
        />
        {refused && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
        {importing ? (
          <section className={styles.section}>
            <h3>
              {importing.read
                ? t('read-title', { name: importing.name, amendment: importing.read.amendment })
                : t('reading', { name: importing.name })}
            </h3>
            {importing.read && <ReadTable read={importing.read} />}
            <div className={styles.acts}>
              <Button onClick={() => setImporting(undefined)}>{t('discard')}</Button>
              <Button variant="contained" disabled={hasStop} onClick={() => void keep(importing)}>
                {t('keep')}
              </Button>
            </div>
          </section>
        ) : (
          <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => chooser.current?.click()}>
            {t('import')}
          </Button>
        )}
        <RejudgeSection />
        <AnnexSection />
      </div>
    </Dialog>
  );
}
