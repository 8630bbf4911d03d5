import type { Impression } from '#perfumery/evaluation/evaluation.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';

interface Props<One> {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly impressions: readonly One[];
  /** The key of the column an impression stands in. */
  readonly columnOf: (one: One) => string | undefined;
  /** Says the time since application. */
  readonly after: (minutes: number) => string;
  readonly caption?: string;
}

/** Impressions side by side, a row for each moment. Nothing where there are none. */
export function ImpressionsTable<One extends Impression & { readonly id: string }>(props: Props<One>) {
  const { columns, impressions, columnOf, after, caption } = props;
  const { t } = useText('evaluation');
  const times = [...new Set(impressions.map(({ minutes }) => minutes))].sort((a, b) => a - b);
  if (times.length === 0) return null;
  return (
    <table className={table.table}>
      {caption && <caption className={table.hint}>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((minutes) => (
          <tr key={minutes}>
            <th scope="row">{after(minutes)}</th>
            {columns.map(({ key }) => (
              <td key={key}>
                {impressions
                  .filter((one) => columnOf(one) === key && one.minutes === minutes)
                  .map((one) => (
                    <div key={one.id}>
                      {t('intensity')} {one.intensity ?? t('not-said')} · {t('liking')} {one.liking ?? t('not-said')} ·{' '}
                      {t(`verdicts.${one.verdict}`)}
                      {one.words && <div className={table.quiet}>{one.words}</div>}
                    </div>
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
