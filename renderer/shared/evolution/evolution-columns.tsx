/** @file Evolutions beside one another: at the moments a perfumer comes back, what leads and which families are strongest. */
import type { ReactNode } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import { radarAt } from '#perfumery/odour/radar.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './evolution-columns.module.css';
import { intensityText } from './intensity-text.ts';
import { longest } from './longest.ts';
import { momentText } from './moment-text.ts';

export interface EvolutionColumn {
  readonly key: string;
  readonly title: string;
  /** Absent while it is being reckoned. */
  readonly evolution: Evolution | undefined;
  readonly hasFailed?: boolean;
}

interface Props {
  readonly caption: string;
  readonly columns: readonly EvolutionColumn[];
  readonly nameOf: (id: MaterialId) => string;
}

/** h. */
const moments = [0, 0.5, 4, 24];
const strongest = 3;
/** Below this a family is not smelled. */
const threshold = 1;

export function EvolutionColumns({ caption, columns, nameOf }: Props) {
  const { t } = useText('evolution');
  const { t: material } = useText('materials');
  const numbers = useNumbers();

  function atMoment({ times, dominant, ...evolution }: Evolution, hour: number): ReactNode {
    const at = Math.max(
      0,
      times.findIndex((time) => time >= hour - 1e-9),
    );
    const leading = dominant[at];
    const families = radarAt({ times, dominant, ...evolution }, hour)
      .filter(({ intensity }) => intensity >= threshold)
      .toSorted((a, b) => b.intensity - a.intensity)
      .slice(0, strongest);
    return (
      <>
        {leading ? nameOf(leading) : t('nothing-smelled')}
        <div className={styles.quiet}>
          {families
            .map(({ family, intensity }) => `${material(`families.${family}`)} ${intensityText(intensity, numbers)}`)
            .join(' · ')}
        </div>
      </>
    );
  }

  function lastsFor(evolution: Evolution): ReactNode {
    const last = longest(evolution);
    if (!last?.tenacity) return t('tenacity-never');
    const { hours, isBeyond } = last.tenacity;
    const moment = momentText(hours, t);
    return (
      <>
        {isBeyond ? t('tenacity-beyond', { moment }) : moment}
        <div className={styles.quiet}>{nameOf(last.materialId)}</div>
      </>
    );
  }

  const row = (title: string, cell: (evolution: Evolution) => ReactNode) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {columns.map(({ key, evolution, hasFailed }) => (
        <td key={key}>
          {evolution ? cell(evolution) : <span className={styles.quiet}>{t(hasFailed ? 'failed' : 'computing')}</span>}
        </td>
      ))}
    </tr>
  );
  const isBusy = columns.some(({ evolution, hasFailed }) => !evolution && !hasFailed);
  return (
    <table className={`${styles.table} ${styles.columns}`} aria-busy={isBusy}>
      <caption className={`${styles.hint} ${styles.caption}`}>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moments.map((hour) =>
          row(hour === 0 ? t('at-once') : momentText(hour, t), (evolution) => atMoment(evolution, hour)),
        )}
        {row(t('tenacity'), lastsFor)}
      </tbody>
    </table>
  );
}
