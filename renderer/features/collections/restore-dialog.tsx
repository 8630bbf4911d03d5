/** @file Asks before an archive takes the place of the library, and shows how far it is. Until the end nothing has changed. */
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { RestoreStage } from '#contract/collections.ts';
import { newId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './collections.module.css';

interface Props {
  readonly file: File;
  readonly onClose: () => void;
}

/** Bytes of an archive that are sent at once. */
const piece = 4 * 1024 * 1024;

type Step =
  | { readonly step: 'asking'; readonly sentence?: string }
  | { readonly step: 'uploading'; readonly done: number; readonly of: number }
  | { readonly step: 'restoring'; readonly stage: RestoreStage };

export function RestoreDialog({ file, onClose }: Props) {
  const { t } = useText('collections');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [now, setNow] = useState<Step>({ step: 'asking' });
  const cancelling = useRef<AbortController>(undefined);
  useEffect(() => () => cancelling.current?.abort(), []);

  async function restore(): Promise<void> {
    const stop = new AbortController();
    cancelling.current = stop;
    const uploadId = newId<string>();
    const { name, size } = file;
    try {
      for (let at = 0; at < size && !stop.signal.aborted; at += piece) {
        setNow({ step: 'uploading', done: at, of: size });
        const bytes = await file.slice(at, at + piece).arrayBuffer();
        await client.collections.upload({ uploadId, name, at, size, piece: new File([bytes], 'piece') });
      }
      if (stop.signal.aborted) return cancelled();
      stop.signal.addEventListener('abort', () => void client.collections.cancelRestore({ uploadId }));
      for await (const stage of await client.collections.restore({ uploadId })) {
        setNow({ step: 'restoring', stage });
        if (stage.stage === 'cancelled') return cancelled();
      }
      // Every window starts anew by itself; this one need not wait to be told.
      location.reload();
    } catch (error) {
      setNow({ step: 'asking', sentence: sentenceFor(refusalOf(error)) });
    }
  }

  function cancelled(): void {
    tell({ tone: 'plain', text: t('restore-cancelled') });
    onClose();
  }

  const isAsking = now.step === 'asking';
  // Once the pages are there it is done; only the window has to be filled again.
  const isOver = now.step === 'restoring' && (now.stage.stage === 'reading' || now.stage.stage === 'done');
  const stop = () => cancelling.current?.abort();
  const progress = progressOf(now);
  return (
    <Dialog
      title={t('restore-title', { name: file.name })}
      width="sm"
      closeLabel={common('close')}
      onClose={isAsking ? onClose : isOver ? () => undefined : stop}
      actions={
        <>
          <Button disabled={isOver} onClick={isAsking ? onClose : stop}>
            {common('cancel')}
          </Button>
          <Button variant="contained" disabled={!isAsking} onClick={() => void restore()}>
            {t('restore')}
          </Button>
        </>
      }
    >
      {isAsking ? (
        <>
          <p>{t('restore-sure')}</p>
          <p>{t('restore-backup')}</p>
          {now.sentence && (
            <p className={styles.sentence} role="alert">
              {now.sentence}
            </p>
          )}
        </>
      ) : (
        <>
          <p role="status">{t(`restore-stage.${stageOf(now)}`)}</p>
          <progress
            className={styles.progress}
            aria-label={t('restoring')}
            {...(progress && { max: progress.of, value: progress.done })}
          />
          <p className={styles.hint}>{t('restore-until-end')}</p>
        </>
      )}
    </Dialog>
  );
}

function stageOf(now: Exclude<Step, { step: 'asking' }>) {
  return now.step === 'uploading' ? now.step : now.stage.stage;
}

function progressOf(now: Step): { readonly done: number; readonly of: number } | undefined {
  if (now.step === 'uploading') return now;
  return now.step === 'restoring' && 'of' in now.stage ? now.stage : undefined;
}
