/** @file In the settings: which encoder search understands by, where its vectors lie, and words of one's own. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { EncoderList } from './encoder-list.tsx';
import { PlaceSetting } from './place-setting.tsx';
import styles from './search-settings.module.css';

export function SearchSettings({ words }: { /** Words of one's own, another feature. */ readonly words: ReactNode }) {
  const { t } = useText('searchSettings');
  return (
    <>
      <h2>{t('title')}</h2>
      <div className={styles.parts}>
        <EncoderList />
        <PlaceSetting />
        {words}
      </div>
    </>
  );
}
