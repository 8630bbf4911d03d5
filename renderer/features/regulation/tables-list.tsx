import Button from '@mui/material/Button';
import type { TableHead } from '#contract/regulation.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './regulation.module.css';

interface Props {
  readonly tables: readonly TableHead[];
  readonly onChoose: (tableId: string) => void;
  readonly onRemove: (tableId: string) => void;
}

/** The tables side by side; one is in force. */
export function TablesList({ tables, onChoose, onRemove }: Props) {
  const { t } = useText('regulation');
  const numbers = useNumbers();
  return (
    <ul className={styles.tables}>
      {tables.map(({ tableId, amendment, checked, standards, fileName, kept, isInForce }) => (
        <li key={tableId} data-chosen={isInForce}>
          <div>
            <strong>{t('amendment', { amendment })}</strong>
            <span>
              {fileName && kept ? t('imported', { name: fileName, date: numbers.day(kept) }) : t('shipped')}
              {' · '}
              {t('standards', { count: standards })}
              {' · '}
              {t('checked', { date: numbers.day(checked) })}
            </span>
          </div>
          {isInForce ? (
            <em>{t('in-force')}</em>
          ) : (
            <span className={styles.acts}>
              {fileName && <Button onClick={() => onRemove(tableId)}>{t('remove')}</Button>}
              <Button variant="outlined" onClick={() => onChoose(tableId)}>
                {t('choose')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
