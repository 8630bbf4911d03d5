/** @file Models that lie on this machine already: dropped, chosen in a list of folders, or typed. */
import Button from '@mui/material/Button';
import { type DragEvent, useId, useState } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { useText } from '#renderer/shared/text.ts';
import { FolderDialog } from './folder-dialog.tsx';
import styles from './shelf.module.css';
import { type Adding, useAdding } from './use-adding.ts';

export function FromDisk() {
  const { t } = useText('models');
  const adding = useAdding();
  const [path, setPath] = useState('');
  const [isBrowsing, setBrowsing] = useState(false);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const isFile = (text: string) => /\.gguf["']?$/i.test(text.trim());
  const add = (text: string) => void (isFile(text) ? adding.addFile(text.trim()) : adding.addFolder(text.trim()));

  function drop(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation(); // elsewhere in the window a dropped file is a recipe
    setOver(false);
    const [file] = event.dataTransfer.files;
    const found = file && window.studioHost?.pathOf(file);
    if (found) add(found);
    else if (file) tell({ tone: 'plain', text: t('no-path') });
  }

  return (
    <>
      <div
        className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
        role="group"
        aria-label={t('from-disk')}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles.hint}>{isOver ? t('drop-here') : t('from-disk-hint')}</p>
        <Button variant="contained" disabled={adding.isBusy} onClick={() => setBrowsing(true)}>
          {t('choose-file')}…
        </Button>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            if (path.trim()) add(path);
          }}
        >
          <label htmlFor={id} className={styles.quiet}>
            {t('path')}
          </label>
          <input
            id={id}
            className={`${styles.input} ${styles.wide}`}
            value={path}
            onChange={({ target }) => setPath(target.value)}
          />
          <Button type="submit" variant="outlined" disabled={adding.isBusy || path.trim() === ''}>
            {t('add-path')}
          </Button>
        </form>
      </div>
      <AddingStatus adding={adding} />
      {isBrowsing && (
        <FolderDialog
          onClose={() => setBrowsing(false)}
          onFile={(chosen) => {
            setBrowsing(false);
            void adding.addFile(chosen);
          }}
          onFolder={(chosen) => {
            setBrowsing(false);
            void adding.addFolder(chosen);
          }}
        />
      )}
    </>
  );
}

/** How far looking through a folder is, with a way to stop, and what was refused. */
export function AddingStatus({ adding: { status, isBusy, refused, stop } }: { readonly adding: Adding }) {
  const { t } = useText('models');
  return (
    <div aria-live="polite">
      {status && (
        <p className={styles.line}>
          <span>{status}</span>
          {isBusy && (
            <Button variant="outlined" onClick={stop}>
              {t('stop')}
            </Button>
          )}
        </p>
      )}
      {refused.length > 0 && (
        <details className={styles.thought}>
          <summary>{t('folder-refused', { count: refused.length })}</summary>
          <ul>
            {refused.map(({ name, why }) => (
              <li key={name}>{why}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
