import type { Constituent } from '#perfumery/material/material.ts';
import type { Share } from '#perfumery/material/read-composition.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './regulation.module.css';

interface Props {
  readonly shares: readonly Share[];
  /** The typical composition, where there is one. */
  readonly typical: readonly Constituent[] | undefined;
}

/** What was read, largest share first, beside what is typical; what is typical and was not read stands last. */
export function ShareTable({ shares, typical = [] }: Props) {
  const { t } = useText('regulation');
  const numbers = useNumbers();
  const usual = new Map(typical.map(({ cas, typical: share }) => [cas, share]));
  const missing = typical.filter(({ cas }) => !shares.some((share) => share.cas === cas));
  const whole = shares.reduce((sum, { typical: share }) => sum + share, 0);
  const percent = (value: number | undefined) => (value === undefined ? '–' : numbers.percent(decimalOf(value), 4));
  return (
    <div className={styles.shares}>
      <p className={styles.hint} role="status">
        {t('composition-read', { count: shares.length, total: percent(whole) })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('composition-text')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">CAS</th>
              <th scope="col">{t('substance')}</th>
              <th scope="col" className={table.number}>
                {t('in-lot')}
              </th>
              <th scope="col" className={table.number}>
                {t('typical')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...shares]
              .sort((a, b) => b.typical - a.typical)
              .map(({ cas, name, typical: share }) => (
                <tr key={cas}>
                  <td>{cas}</td>
                  <td>{name === cas ? '' : name}</td>
                  <td className={table.number}>{percent(share)}</td>
                  <td className={table.number}>{percent(usual.get(cas))}</td>
                </tr>
              ))}
            {missing.map(({ cas, name, typical: share }) => (
              <tr key={cas} className={table.quiet}>
                <td>{cas}</td>
                <td>{name}</td>
                <td className={table.number}>{percent(undefined)}</td>
                <td className={table.number}>{percent(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
