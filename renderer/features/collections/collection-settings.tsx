/** @file In the settings: import of collections with what was imported last, and the archive of everything. */
import Button from '@mui/material/Button';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CollectionImport } from '#contract/collections.ts';
import { newId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './collections.module.css';
import { undoCollection } from './undo-collection.ts';

interface Props {
  readonly onImport: () => void;
}

/** Bytes of an archive that are sent at once. */
const piece = 4 * 1024 * 1024;

export function CollectionSettings({ onImport }: Props) {
  const { t } = useText('collections');
  return (
    <>
      <h2>{t('section')}</h2>
      <div>
        <p className={styles.hint}>{t('section-import-hint')}</p>
        <Button size="small" variant="outlined" onClick={onImport}>
          {t('open-materials')}…
        </Button>
        <Imports />
        <Archive />
      </div>
    </>
  );
}

function Imports() {
  const { t } = useText('collections');
  const client = useStudio((studio) => studio.client);
  const materials = useStudio((studio) => studio.materials);
  const [imports, setImports] = useState<readonly CollectionImport[]>([]);
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(() => {
    client.collections.imports().then(setImports, () => undefined);
  }, [client]);
  useEffect(load, [load, materials]);
  const kept = imports.filter(({ state }) => state === 'kept');
  if (kept.length === 0) return null;

  async function undo(importId: string): Promise<void> {
    setBusy(true);
    try {
      await undoCollection(importId, {
        undone: (counts) => t('undone', counts),
        left: (count) => t('undone-left', { count }),
      });
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
      load();
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
  const { t: common } = useText('common');
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

  async function restore(file: File): Promise<void> {
    setBusy(true);
    try {
      const uploadId = newId<string>();
      const { name, size } = file;
      for (let at = 0; at < size; at += piece) {
        const bytes = await file.slice(at, at + piece).arrayBuffer();
        await client.collections.restore({ uploadId, name, at, size, piece: new File([bytes], 'piece') });
      }
      // Everything on the screen is of the library that was.
      location.reload();
    } catch (error) {
      setBusy(false);
      setChosen(undefined);
      tellRefusal(error);
    }
  }

  return (
    <>
      <p className={styles.hint}>{t('archive-hint')}</p>
      <Button size="small" variant="outlined" disabled={isBusy} onClick={() => void save()}>
        {t('archive-save')}
      </Button>{' '}
      <Button size="small" variant="outlined" disabled={isBusy} onClick={() => chooser.current?.click()}>
        {t('archive-open')}…
      </Button>
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
      {chosen && (
        <Dialog
          title={t('restore-title', { name: chosen.name })}
          width="sm"
          closeLabel={common('close')}
          onClose={() => !isBusy && setChosen(undefined)}
          actions={
            <>
              <Button disabled={isBusy} onClick={() => setChosen(undefined)}>
                {common('cancel')}
              </Button>
              <Button variant="contained" disabled={isBusy} onClick={() => void restore(chosen)}>
                {t(isBusy ? 'restoring' : 'restore')}
              </Button>
            </>
          }
        >
          <p>{t('restore-sure')}</p>
          <p>{t('restore-backup')}</p>
        </Dialog>
      )}
    </>
  );
}
