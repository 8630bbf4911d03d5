import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import rows from '#renderer/ui/rows.module.css';
import styles from './allergens.module.css';

/** How long the button says that it has copied, in ms. */
const said = 1800;

/** The words for the label, to be copied as they stand. */
export function CopyableLabel({ text, isKorean }: { readonly text: string; readonly isKorean: boolean }) {
  const { t } = useText('safety');
  const [copied, setCopied] = useState<string>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), said);
    return () => clearTimeout(timer);
  }, [copied]);
  if (text === '') return <p className={rows.quiet}>{t('label-none')}</p>;

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => tell({ tone: 'bad', text: t('copy-failed') }),
    );
  return (
    <div className={styles.label}>
      <div className={styles.labelHead}>
        <h3>{t('label-text')}</h3>
        <Button
          size="small"
          startIcon={<Icon name={copied === text ? 'check' : 'copy'} size={14} />}
          onClick={() => void copy()}
        >
          {copied === text ? t('copied') : t('copy')}
        </Button>
      </div>
      <p lang={isKorean ? 'ko' : 'en'}>{text}</p>
    </div>
  );
}
