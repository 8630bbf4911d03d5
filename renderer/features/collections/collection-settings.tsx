/** @file In the settings: import of collections with what was imported last, and the archive of everything. */
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import styles from './collections.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { undoCollection } from './undo-collection.ts';

interface Props {
  readonly onImport: () => void;
}

export function CollectionSettings({ onImport }: Props) {
  const { t } = useText('collections');
  return (
    <>
      <h2>{t('section')}</h2>
      <div className={styles.section}>
        <p className={styles.hint}>{t('section-import-hint')}</p>
        <div>
          <Button size="small" variant="outlined" onClick={onImport}>
            {t('open-materials')}…
          </Button>
        </div>
        <Imports />
        <Archive />
      </div>
    </>
  );
}

function Imports() {
  const { t } = useText('collections');
  const [isBusy, setBusy] = useState(false);
  const imports = useAsked(['collections'], 'imports', (client) => client.collections.imports()) ?? [];
  const kept = imports.filter(({ state }) => state === 'kept');
  if (kept.length === 0) return null;

  async function undo(importId: string): Promise<void> {
    setBusy(true);
    try {
      await undoCollection(importId);
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <ul className={styles.imports} aria-label={t('imports')}>
      {kept.slice(0, 5).map(({ id, fileName, added, updated, skipped }) => (
        <li key={id}>
          <span>
            {fileName} <span className={styles.quiet}>{t('import-line', { added, updated, skipped })}</span>
          </span>
          <Button size="small" disabled={isBusy} onClick={() => void undo(id)}>
            {t('undo')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Archive() {
  const { t } = useText('collections');
  const client = useStudio((studio) => studio.client);
  const [chosen, setChosen] = useState<File>();
  const [isBusy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const file = await client.collections.archive();
      const address = URL.createObjectURL(file);
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.download = file.name;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      tell({ tone: 'good', text: t('archive-saved', { name: file.name }) });
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <p className={styles.hint}>{t('archive-hint')}</p>
      <div className={styles.acts}>
        <Button size="small" variant="outlined" disabled={isBusy} onClick={() => void save()}>
          {t('archive-save')}
        </Button>
        <Button size="small" variant="outlined" disabled={isBusy} onClick={() => chooser.current?.click()}>
          {t('archive-open')}…
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        data-archive
        aria-label={t('archive-open')}
        accept=".sillage"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file && file.size > 0) setChosen(file);
        }}
      />
      {chosen && <RestoreDialog file={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
