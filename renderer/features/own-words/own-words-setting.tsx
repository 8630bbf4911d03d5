import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './own-words.module.css';
import { fetchWords, useWords } from './use-words.ts';
import { WordList } from './word-list.tsx';

/** In the settings: how many words of one's own there are, and the way to them. */
export function OwnWordsSetting() {
  const { t } = useText('ownWords');
  const words = useWords((kept) => kept.words);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    fetchWords().catch(tellRefusal);
  }, []);
  return (
    <section className={styles.part} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className={styles.hint}>{t('hint')}</p>
      <p className={styles.line}>
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
        {words && (
          <span className={styles.quiet}>{words.length === 0 ? t('none') : t('count', { count: words.length })}</span>
        )}
      </p>
      {isOpen && <WordList onClose={() => setOpen(false)} />}
    </section>
  );
}
