import type { CompositionFault } from '#perfumery/material/read-composition.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './regulation.module.css';

const mostShown = 40;

/** Rows of a table that could not be read, or are worth a word. */
export function Faults({ faults }: { readonly faults: readonly CompositionFault[] }) {
  const { t } = useText('regulation');
  if (faults.length === 0) return null;
  return (
    <div className={styles.problems} data-bad={faults.some(({ stops }) => stops)}>
      <ul>
        {faults.slice(0, mostShown).map(({ row, why, text }) => (
          <li key={`${row} ${why}`}>
            {row > 0 && <b>{t('at-row', { row })}</b>} {t(`fault.${why}`)} {text && <code>{text}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}
