/** @file The one thing the studio goes online for: a file the perfumer names, agreed to each time. */
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { ConfirmDownload } from './confirm-download.tsx';
import styles from './shelf.module.css';

export function DownloadForm({ folder }: { readonly folder: string }) {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [url, setUrl] = useState('');
  const [sha256, setSha256] = useState('');
  const [isAsking, setAsking] = useState(false);
  const ids = { url: useId(), hash: useId() };

  async function begin(): Promise<void> {
    setAsking(false);
    const hash = sha256.trim();
    try {
      const stages = await client.models.download({
        url: url.trim(),
        isConfirmed: true,
        ...(hash && { sha256: hash }),
      });
      setUrl('');
      setSha256('');
      for await (const _ of stages); // the list beside follows it
    } catch (error) {
      tellRefusal(error);
    }
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (URL.canParse(url.trim())) setAsking(true);
        else tellRefusal({ data: { code: 'model.invalid', facts: { reason: 'address', text: url } } });
      }}
    >
      <p className={styles.hint}>{t('download-hint')}</p>
      <label htmlFor={ids.url}>{t('address')}</label>
      <input
        id={ids.url}
        className={styles.input}
        value={url}
        placeholder="https://"
        onChange={({ target }) => setUrl(target.value)}
      />
      <label htmlFor={ids.hash}>{t('hash')}</label>
      <input id={ids.hash} className={styles.input} value={sha256} onChange={({ target }) => setSha256(target.value)} />
      <p className={styles.hint}>{t('download-into', { folder })}</p>
      <span>
        <Button type="submit" variant="contained" disabled={url.trim() === ''}>
          {t('download-start')}…
        </Button>
      </span>
      {isAsking && <ConfirmDownload url={url.trim()} onNo={() => setAsking(false)} onYes={() => void begin()} />}
    </form>
  );
}
