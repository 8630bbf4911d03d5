import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ModelDownload } from '#contract/models.ts';
import type { ErrorCode } from '#foundation/errors.ts';
import { sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { sizeText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { ConfirmDownload } from './confirm-download.tsx';
import styles from './shelf.module.css';

/** Downloads under way, stopped or failed. One that is whole is on the shelf instead. */
export function DownloadList({ downloads }: { readonly downloads: readonly ModelDownload[] }) {
  const { t } = useText('models');
  if (downloads.length === 0) return null;
  return (
    <>
      <h3>{t('downloads')}</h3>
      <ul className={styles.rows} aria-label={t('downloads')}>
        {downloads.map((download) => (
          <DownloadRow key={download.id} download={download} />
        ))}
      </ul>
    </>
  );
}

function DownloadRow({
  download: { id, url, path, received, total, refusal, now },
}: {
  readonly download: ModelDownload;
}) {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [isAsking, setAsking] = useState(false);
  const size = (bytes: number) => sizeText(bytes, language);
  const status = ((): string => {
    if (refusal && !now) return sentenceFor({ code: refusal.code as ErrorCode, facts: refusal.facts });
    if (!now) return t('download-stopped', { done: size(received) });
    if (now.stage === 'asking') return t('download-asking');
    const figures = { done: size(now.done), total: size(now.total ?? 0), speed: size(now.perSecond) };
    if (now.stage === 'checking') return t('download-checking', figures);
    return now.total === null ? t('download-receiving-open', figures) : t('download-receiving', figures);
  })();

  async function resume(): Promise<void> {
    setAsking(false);
    try {
      for await (const _ of await client.models.resumeDownload({ downloadId: id, isConfirmed: true }));
    } catch (error) {
      tellRefusal(error);
    }
  }

  const whole = now?.total ?? total;
  return (
    <li>
      <span className={styles.grow}>
        <span className={styles.path}>{path.split(/[\\/]/).at(-1)}</span>
        {now && <progress aria-label={status} max={whole ?? 1} value={whole === null ? undefined : now.done} />}
        <span className={refusal && !now ? styles.problem : styles.quiet}>{status}</span>
      </span>
      <span className={styles.line}>
        {now ? (
          <Button
            variant="outlined"
            onClick={() => void client.models.stopDownload({ downloadId: id }).catch(tellRefusal)}
          >
            {t('stop')}
          </Button>
        ) : (
          <>
            <Button variant="outlined" onClick={() => setAsking(true)}>
              {t('resume')}…
            </Button>
            <NamedIconButton
              icon="trash"
              label={t('forget-download')}
              onClick={() => void client.models.forgetDownload({ downloadId: id }).catch(tellRefusal)}
            />
          </>
        )}
      </span>
      {isAsking && <ConfirmDownload url={url} onNo={() => setAsking(false)} onYes={() => void resume()} />}
    </li>
  );
}
