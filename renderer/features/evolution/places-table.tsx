/** @file Where each material stands in the pyramid by its vapour pressure beside where the perfumer put it, and how long it lasts. */
import type { Evolution, MaterialEvolution } from '#perfumery/odour/evolution.ts';
import { longest } from '#renderer/shared/evolution/longest.ts';
import { momentText } from '#renderer/shared/evolution/moment-text.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evolution.module.css';

interface Props {
  readonly evolution: Evolution;
  readonly names: Names;
}

const differs = ({ role, predictedRole }: MaterialEvolution) =>
  role !== 'none' && predictedRole !== undefined && role !== predictedRole;

export function PlacesTable({ evolution, names }: Props) {
  const { t } = useText('evolution');
  const { t: material } = useText('materials');
  const numbers = useNumbers();
  const last = longest(evolution);
  const count = evolution.materials.filter(differs).length;
  const until = ({ hours, isBeyond }: NonNullable<MaterialEvolution['tenacity']>) =>
    isBeyond
      ? t('tenacity-beyond', { moment: momentText(hours, t) })
      : hours > 0
        ? momentText(hours, t)
        : t('tenacity-never');
  return (
    <>
      <p className={styles.whole}>
        {last?.tenacity
          ? t('tenacity-of-all', { moment: until(last.tenacity), name: names.material(last.materialId) })
          : t('tenacity-of-all-none')}
      </p>
      {count > 0 && <p className={styles.quiet}>{t('differs-count', { count })}</p>}
      <div className={styles.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('material')}</th>
              <th scope="col" className={table.number}>
                {t('share-in-product')}
              </th>
              <th scope="col">{t('role-of-perfumer')}</th>
              <th scope="col">{t('role-predicted')}</th>
              <th scope="col" className={table.number}>
                {t('tenacity')}
              </th>
              <th scope="col">{t('vapour-pressure')}</th>
              <th scope="col">{t('threshold')}</th>
            </tr>
          </thead>
          <tbody>
            {evolution.materials.map((one) => (
              <tr key={one.materialId} data-differs={differs(one)}>
                <th scope="row" className={styles.name}>
                  {names.material(one.materialId)}
                </th>
                <td className={table.number}>{numbers.float(100 * one.share)} %</td>
                <td>{one.isSolvent ? t('solvent') : material(`roles.${one.role}`)}</td>
                <td>
                  {one.predictedRole ? material(`roles.${one.predictedRole}`) : one.isSolvent ? '' : t('not-known')}
                  {differs(one) && (
                    <span className={styles.differs}>
                      <Icon name="warning" size={12} />
                      {t('differs')}
                    </span>
                  )}
                </td>
                <td className={table.number}>{one.tenacity ? until(one.tenacity) : t('tenacity-unknown')}</td>
                <td>
                  <Figure of={one.pressure} unit="Pa" />
                </td>
                <td>
                  <Figure of={one.threshold} unit="mg/m³" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface FigureProps {
  readonly of: MaterialEvolution['pressure'] | MaterialEvolution['threshold'];
  readonly unit: string;
}

/** A value with how it was come by, drawn differently where it was estimated. */
function Figure({ of: found, unit }: FigureProps) {
  const { t } = useText('evolution');
  const numbers = useNumbers();
  if (!found) return <span className={styles.guessed}>{t('not-known')}</span>;
  return (
    <span className={found.from === 'known' ? '' : styles.guessed}>
      {numbers.float(found.value, 2)} {unit}
      <span className={styles.from}>{t(`from.${found.from}`)}</span>
    </span>
  );
}
