/** @file Where each material stands in the pyramid by its vapour pressure beside where the perfumer put it, and how long it lasts. */
import type { Evolution, MaterialEvolution } from '#perfumery/odour/evolution.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evolution.module.css';
import { longest } from './longest.ts';
import { momentText } from './moment-text.ts';

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
                  <Knowledge is={one.inputs.vapourPressure} />
                </td>
                <td>
                  <Knowledge is={one.inputs.odourThreshold} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Knowledge({ is }: { readonly is: MaterialEvolution['inputs']['vapourPressure'] }) {
  const { t } = useText('evolution');
  return (
    <span className={is === 'known' ? '' : styles.guessed}>
      {t(is === 'known' ? 'known' : is === 'estimated' ? 'estimated' : 'not-known')}
    </span>
  );
}
