/** @file Folders of this machine, one at a time, until one with an encoder is chosen; then how far the look at it is. */
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { AddingEncoder } from '#contract/encoders.ts';
import { FolderList } from '#renderer/shared/folders/folder-list.tsx';
import { useFolders } from '#renderer/shared/folders/use-folders.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './search-settings.module.css';

type Working = Exclude<AddingEncoder, { stage: 'done' }>;

export function AddEncoder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText('searchSettings');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [path, setPath] = useState('');
  const folders = useFolders(setPath);
  const [stage, setStage] = useState<Working>();
  const [problem, setProblem] = useState<string>();
  const leaving = useRef<AbortController>(undefined);

  useEffect(() => () => leaving.current?.abort(), []);

  function openFolder(at: string): void {
    setProblem(undefined);
    folders.open(at);
  }

  async function add(): Promise<void> {
    const stop = new AbortController();
    leaving.current = stop;
    setProblem(undefined);
    setStage({ stage: 'reading' });
    try {
      for await (const now of await client.encoders.add({ folder: path }, { signal: stop.signal })) {
        if (now.stage === 'done') await finished(now.id);
        else setStage(now);
      }
    } catch (error) {
      if (!stop.signal.aborted) setProblem(sentenceFor(refusalOf(error)));
    } finally {
      setStage(undefined);
    }
  }

  async function finished(id: string): Promise<void> {
    const { encoders } = await client.encoders.list();
    tell({ tone: 'good', text: t('added', { name: encoders.find((one) => one.id === id)?.name ?? '' }) });
    onClose();
  }

  return (
    <Dialog
      title={t('add-title')}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        stage ? (
          <Button onClick={() => leaving.current?.abort()}>{t('cancel')}</Button>
        ) : (
          <Button variant="contained" disabled={path.trim() === ''} onClick={() => void add()}>
            {t('choose-this')}
          </Button>
        )
      }
    >
      <div className={styles.adding}>
        <p className={styles.hint}>{t('add-hint')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            openFolder(path);
          }}
        >
          <label className={styles.field}>
            {t('path')}
            <input
              value={path}
              spellCheck={false}
              disabled={stage !== undefined}
              onChange={(event) => {
                folders.leave();
                setPath(event.target.value);
              }}
            />
          </label>
        </form>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {stage ? (
          <div className={styles.stage} role="status">
            <span>{t(`adding.${stage.stage}`)}</span>
            <progress
              aria-label={t('progress')}
              {...('share' in stage && stage.stage === 'comparing' && { value: stage.share })}
              max={1}
            />
          </div>
        ) : (
          <FolderList folders={{ ...folders, open: openFolder }}>
            {folders.listing?.folders.length === 0 && <li className={styles.hint}>{t('no-folders')}</li>}
          </FolderList>
        )}
      </div>
    </Dialog>
  );
}
