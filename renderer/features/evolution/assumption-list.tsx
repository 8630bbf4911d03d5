import type { Assumption } from '#perfumery/odour/assumptions.ts';
import type { Names } from '#renderer/shared/names.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './evolution.module.css';

interface Props {
  readonly assumptions: readonly Assumption[];
  readonly names: Names;
}

/** Everything an evolution takes for granted, what holds for all of it first. */
export function AssumptionList({ assumptions, names }: Props) {
  const { t, language } = useText('evolution');
  return (
    <>
      <p className={styles.quiet}>{t('assumptions-intro')}</p>
      <ul className={styles.assumptions}>
        {assumptions.map(({ key, text, materialIds }) => (
          <li key={key}>
            {inLanguage(text, language)}
            {materialIds && (
              <details>
                <summary>{t('of-materials', { count: materialIds.length })}</summary>
                {materialIds.map((id) => names.material(id)).join(', ')}
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
