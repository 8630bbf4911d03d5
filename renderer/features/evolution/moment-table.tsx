import { intensityText } from '#renderer/shared/evolution/intensity-text.ts';
import { momentText } from '#renderer/shared/evolution/moment-text.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import type { LogLine } from '#renderer/ui/chart/log-lines.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evolution.module.css';

interface Props {
  readonly caption: string;
  /** What the names are: families, materials. */
  readonly heading: string;
  /** h. */
  readonly times: readonly number[];
  readonly lines: readonly LogLine[];
}

/** h: what a perfumer comes back to a blotter at. */
const moments = [0, 5 / 60, 0.5, 1, 4, 8, 24, 48];

/** The chart over time as a table. Each moment stands for the nearest one that was reckoned. */
export function MomentTable({ caption, heading, times, lines }: Props) {
  const { t } = useText('evolution');
  const numbers = useNumbers();
  const columns = moments.map((moment) => ({ moment, at: nearest(times, moment) }));
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {columns.map(({ moment }) => (
              <th key={moment} scope="col" className={table.number}>
                {momentText(moment, t)}
              </th>
            ))}
            <th scope="col">{t('inputs')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, values, isDashed }) => (
            <tr key={key}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              {columns.map(({ moment, at }) => (
                <td key={moment} className={table.number}>
                  {intensityText(values[at] ?? 0, numbers)}
                </td>
              ))}
              <td>{t(isDashed ? 'estimated' : 'known')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nearest(times: readonly number[], moment: number): number {
  let best = 0;
  for (const [at, time] of times.entries()) {
    if (Math.abs(time - moment) < Math.abs((times[best] ?? 0) - moment)) best = at;
  }
  return best;
}
