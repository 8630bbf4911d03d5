import { useMemo } from 'react';
import type { MapPoint } from '#contract/search.ts';
import type { Family } from '#perfumery/material/material.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './odour-map.module.css';

interface Props {
  readonly points: readonly MapPoint[];
  readonly nameOf: (point: MapPoint) => string;
  readonly familyName: (family: Family) => string;
  readonly onOpen: (opens: MapPoint['opens']) => void;
}

const beside = 4;
/** Rows; more would only be long. */
const most = 1000;

/** The map for those who cannot see it: every thing with what lies nearest to it. */
export function MapTable({ points, nameOf, familyName, onOpen }: Props) {
  const { t } = useText('searchMap');
  const rows = useMemo(() => {
    const shown = points.slice(0, most);
    return shown.map((point) => ({ point, near: nearestTo(point, points) }));
  }, [points]);
  return (
    <div className={styles.table}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('thing')}</th>
            <th scope="col">{t('family')}</th>
            <th scope="col">{t('near')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, near }) => (
            <tr key={point.id}>
              <th scope="row">
                <button type="button" className={styles.open} onClick={() => onOpen(point.opens)}>
                  {nameOf(point)}
                </button>
              </th>
              <td>{point.family ? familyName(point.family) : '–'}</td>
              <td className={table.quiet}>{near.map(nameOf).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > most && <p className={table.hint}>{t('rows-left', { count: points.length - most })}</p>}
    </div>
  );
}

function nearestTo(point: MapPoint, points: readonly MapPoint[]): readonly MapPoint[] {
  const best: { readonly other: MapPoint; readonly square: number }[] = [];
  for (const other of points) {
    if (other === point) continue;
    const square = (other.x - point.x) ** 2 + (other.y - point.y) ** 2;
    if (best.length === beside && square >= (best.at(-1)?.square ?? 0)) continue;
    const at = best.findIndex((one) => one.square > square);
    best.splice(at < 0 ? best.length : at, 0, { other, square });
    if (best.length > beside) best.pop();
  }
  return best.map(({ other }) => other);
}
