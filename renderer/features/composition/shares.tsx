import { useText } from '#renderer/shared/text.ts';
import { type ShareBar, ShareBars } from '#renderer/ui/chart/share-bars.tsx';
import rows from '#renderer/ui/rows.module.css';
import styles from './composition.module.css';

interface Props {
  readonly title: string;
  /** What the names are: places, families. */
  readonly heading: string;
  readonly bars: readonly ShareBar[];
  readonly view: 'chart' | 'table';
}

/** One division of the formula into shares, drawn or as a table. */
export function Shares({ title, heading, bars, view }: Props) {
  const { t } = useText('numbers');
  const unit = t('of-odour');
  const values = bars.map(({ name, shown }) => `${name} ${shown}`).join(', ');
  return (
    <div className={styles.shares}>
      <h3>{title}</h3>
      {view === 'chart' ? (
        <ShareBars label={t('chart-of', { title, unit, values })} axis={unit} bars={bars} />
      ) : (
        <table className={rows.table}>
          <caption className={styles.caption}>{unit}</caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col" className={rows.figure}>
                {t('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, name, shown, colour }) => (
              <tr key={key}>
                <td>
                  <span className={styles.dot} style={{ background: colour }} />
                  {name}
                </td>
                <td className={rows.figure}>{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
