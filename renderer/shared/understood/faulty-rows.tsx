/** @file The rows of a file or a paste that were not understood, each with what stood there and the reason. */
import { useState } from 'react';
import type { FaultyRow } from '#perfumery/interchange/understood.ts';
import { useText } from '../text.ts';
import styles from './understood.module.css';

/** Rows drawn at first, and added with each click. */
const step = 50;

/** A table of the rows in the order of the file. */
export function FaultyRows({ rows }: { readonly rows: readonly FaultyRow[] }) {
  const { t } = useText('interchange');
  const [most, setMost] = useState(step);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('row')}
            </th>
            <th scope="col">{t('as-written')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={`${row.row} ${row.text}`}>
              <td className={styles.row}>{row.row}</td>
              <td className={styles.written}>{row.text}</td>
              <td>{t(`fault.${faultKey(row)}`, { detail: row.detail })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {most < rows.length && (
        <button type="button" className={styles.more} onClick={() => setMost(most + 5 * step)}>
          {t('show-more', { count: Math.min(5 * step, rows.length - most) })}
        </button>
      )}
    </>
  );
}

/** Two numbers or two materials can be meant: the first is an amount as it is written, the second a list of names. */
function faultKey({ why, detail }: FaultyRow): FaultyRow['why'] | 'ambiguous-material' {
  return why === 'ambiguous' && detail.includes(', ') ? 'ambiguous-material' : why;
}
