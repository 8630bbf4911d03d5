/** @file How this machine's studio is set up, and what it is. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { About } from './about.tsx';
import { Keyboard } from './keyboard.tsx';
import { Look } from './look.tsx';
import { Money } from './money.tsx';
import { RestApi } from './rest-api.tsx';
import styles from './settings-page.module.css';
import { Weighing } from './weighing.tsx';

interface Props {
  /** Sections of other features. */
  readonly search?: ReactNode;
  readonly more?: ReactNode;
}

/** The page of settings. Every change counts at once; there is nothing to save. */
export function SettingsPage({ search, more }: Props) {
  const { t } = useText('settings');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that
    <section className={styles.page} aria-label={t('title')} tabIndex={0}>
      <div className={styles.inner}>
        <h1>{t('title')}</h1>
        <div className={styles.columns}>
          <Look />
          <Weighing />
          <Money />
          {search && <section className={styles.section}>{search}</section>}
          {more && <section className={styles.section}>{more}</section>}
          <RestApi />
          <About />
          <Keyboard />
        </div>
      </div>
    </section>
  );
}
