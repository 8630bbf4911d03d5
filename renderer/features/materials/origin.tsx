/** @file How a fact was come by: the method as a badge, the source beside it, estimates plainly different from what was seen. */
import type { ReactNode } from 'react';
import type { FactMethod, MaterialKind } from '#perfumery/material/material.ts';
import { useText } from '#renderer/shared/text.ts';
import { isEstimate } from './fact-text.ts';
import styles from './material-facts.module.css';
import { sourceOf, useVocabulary } from './use-vocabulary.ts';

/** The method as a badge. */
export function MethodBadge({ method }: { readonly method: FactMethod }) {
  const { t } = useText('materials');
  const tone = method === 'perfumer' ? styles.yours : isEstimate(method) ? styles.guess : '';
  return <span className={`${styles.badge} ${tone}`}>{t(`method.${method}`)}</span>;
}

interface Props {
  readonly method: FactMethod;
  readonly source: string;
  readonly note?: string | undefined;
  readonly kind: MaterialKind;
}

/** Method, source and the note to the value. */
export function Origin({ method, source, note, kind }: Props) {
  const vocabulary = useVocabulary();
  const named = sourceOf(vocabulary, source, kind);
  return (
    <span className={styles.origin}>
      <MethodBadge method={method} /> {named?.title ?? source}
      {note && <span className={styles.note}>{note}</span>}
    </span>
  );
}

/** A value, underlined with dots where it is an estimate. */
export function Value({
  method,
  children,
}: {
  readonly method?: FactMethod | undefined;
  readonly children: ReactNode;
}) {
  return <span className={method && isEstimate(method) ? styles.estimate : ''}>{children}</span>;
}
