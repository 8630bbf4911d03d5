import { useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Cost, Unpriced } from '#perfumery/cost/cost.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import rows from '#renderer/ui/rows.module.css';
import styles from './cost.module.css';

interface Props {
  readonly cost: Cost;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

const atFirst = 4;

/** What no sum contains, largest share first, each leading to its lines. */
export function UnpricedList({ cost, names, onShowLines }: Props) {
  const { t } = useText('numbers');
  const numbers = useNumbers();
  const [showsAll, setShowsAll] = useState(false);
  const { unpriced } = cost;
  if (unpriced.length === 0) return null;
  const shown = showsAll ? unpriced : unpriced.slice(0, atFirst);
  return (
    <div className={styles.unpriced}>
      <p>
        {t('cost-unpriced', {
          concentrate: numbers.percent(cost.uncoveredOfConcentrate),
          product: numbers.percent(cost.uncoveredOfProduct),
        })}
      </p>
      <table className={rows.table}>
        <tbody>
          {shown.map((open) => (
            <tr key={`${open.why} ${open.materialId ?? ''}`}>
              <td>
                <Name open={open} names={names} onShowLines={onShowLines} />
              </td>
              <td className={styles.why}>
                <Reason open={open} />
              </td>
              <td className={rows.figure}>{numbers.percent(open.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unpriced.length > shown.length && (
        <button type="button" className={rows.more} onClick={() => setShowsAll(true)}>
          {t('show-all', { count: unpriced.length })}
        </button>
      )}
    </div>
  );
}

interface NameProps extends Omit<Props, 'cost'> {
  readonly open: Unpriced;
}

function Name({ open: { materialId, lineIds }, names, onShowLines }: NameProps) {
  const { t } = useText('numbers');
  const name = materialId ? names.material(materialId) : t('unnamed-part');
  if (lineIds.length === 0) return name;
  return (
    <button type="button" className={rows.link} onClick={() => onShowLines(lineIds)}>
      {name}
    </button>
  );
}

function Reason({ open: { why, currency } }: { readonly open: Unpriced }) {
  const { t } = useText('numbers');
  if (why === 'no-rate') return t('no-rate', { currency: currency ?? '' });
  if (why === 'material-missing') return t('missing');
  return t(why);
}
