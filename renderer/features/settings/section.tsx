import type { ReactNode } from 'react';
import styles from './settings-page.module.css';

/** A group of settings under a heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One setting or fact: what it is, what it says, and a word on it. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.value}>{children}</div>
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
