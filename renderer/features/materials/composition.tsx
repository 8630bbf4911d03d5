/** @file What is inside a material, as far as it is known, each share with how it was come by. */
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Constituent, Material } from '#perfumery/material/material.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './material-facts.module.css';
import { MethodBadge, Value } from './origin.tsx';

interface Props {
  /** With the composition of the lot in use. */
  readonly material: Material;
  readonly lot: LotComposition | undefined;
  readonly isYours: boolean;
  readonly shipped: readonly Constituent[] | undefined;
  readonly hasShipped: boolean;
}

export function Composition({ material: { constituents, kind }, lot, isYours, shipped, hasShipped }: Props) {
  const { t } = useText('materials');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const percent = (value: number | undefined) => (value === undefined ? '' : numbers.plain(decimalOf(value), 4));
  const sumOf = (list: readonly Constituent[]) =>
    numbers.percent(list.reduce((sum, { typical }) => sum + decimalOf(typical), 0n) as ReturnType<typeof decimalOf>, 4);
  const isMixture = kind === 'natural' || kind === 'base';
  return (
    <>
      {lot && (
        <p className={table.hint}>
          <span className={`${styles.badge} ${styles.yours}`}>{t('lot-in-use', { lot: lot.lot })}</span>{' '}
          {[t(`lot-origin.${lot.origin}`), lot.date && numbers.day(lot.date), t('lot-instead')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {isYours && !lot && (
        <p className={table.hint}>
          <span className={`${styles.badge} ${styles.yours}`}>{t('yours')}</span>{' '}
          {hasShipped &&
            (shipped ? t('shipped', { value: t('constituents-sum', { sum: sumOf(shipped) }) }) : t('shipped-nothing'))}
        </p>
      )}
      {!constituents && (
        <p className={isMixture ? `${table.hint} ${table.warn}` : `${table.hint} ${styles.unknown}`}>
          {isMixture ? t('constituents-unknown') : common('unknown')}
        </p>
      )}
      {constituents?.length === 0 && <p className={table.hint}>{t('constituents-empty')}</p>}
      {constituents && constituents.length > 0 && (
        <div className={styles.wide}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('constituent')}</th>
                <th scope="col">CAS</th>
                <th scope="col" className={table.number}>
                  {t('typical')}
                </th>
                <th scope="col" className={table.number}>
                  {t('lowest')}–{t('highest')}
                </th>
                <th scope="col">{t('how')}</th>
              </tr>
            </thead>
            <tbody>
              {constituents.map(({ cas, name, typical, min, max, method }) => (
                <tr key={`${cas} ${name}`}>
                  <td>{name || cas}</td>
                  <td>{cas}</td>
                  <td className={table.number}>
                    <Value method={method}>{percent(typical)}</Value>
                  </td>
                  <td className={table.number}>
                    {(min !== undefined || max !== undefined) && `${percent(min)}–${percent(max)}`}
                  </td>
                  <td>
                    <MethodBadge method={method} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={table.hint}>{t('constituents-sum', { sum: sumOf(constituents) })}</p>
        </div>
      )}
    </>
  );
}
