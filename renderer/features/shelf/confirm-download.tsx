import Button from '@mui/material/Button';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './shelf.module.css';

interface Props {
  readonly url: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before the studio goes online, each time. */
export function ConfirmDownload({ url, onYes, onNo }: Props) {
  const { t } = useText('models');
  const { t: common } = useText('common');
  return (
    <Dialog
      title={t('confirm-download')}
      closeLabel={common('close')}
      onClose={onNo}
      width="sm"
      actions={
        <>
          <Button onClick={onNo}>{common('cancel')}</Button>
          <Button variant="contained" onClick={onYes}>
            {t('confirm-yes')}
          </Button>
        </>
      }
    >
      <p className={styles.path}>{url}</p>
      <p>{t('confirm-download-text', { host: new URL(url).host })}</p>
    </Dialog>
  );
}
