/** @file The lines a file or a paste was understood as: what stood there, which material was meant, and by what. */
import { useMemo, useState } from 'react';
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import type { MatchedRow } from '#perfumery/interchange/understood.ts';
import { useNumbers } from '../number.ts';
import { useStudio } from '../studio.ts';
import { inLanguage, useText } from '../text.ts';
import styles from './understood.module.css';

/** Rows drawn at first, and added with each click. */
const step = 100;

interface Props {
  readonly lines: readonly Line[];
  readonly matched: readonly MatchedRow[];
  readonly accordName?: (trialId: TrialId) => string | undefined;
  /** Names of materials that come with the file and are not in the library yet. */
  readonly broughtName?: (materialId: MaterialId) => string | undefined;
}

/** A table of the lines in order. Lines matched by a similar name are always in sight, however long the table is. */
export function UnderstoodLines({ lines, matched, accordName, broughtName }: Props) {
  const { t, language } = useText('interchange');
  const numbers = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const [most, setMost] = useState(step);
  const rows = useMemo(() => new Map(matched.map((row) => [row.lineId, row])), [matched]);
  const shown = lines.filter((line, index) => index < most || rows.get(line.id)?.by === 'near');

  const materialName = (id: MaterialId) => {
    const found = materials.get(id)?.material;
    return found ? inLanguage(found.name, language) : (broughtName?.(id) ?? t('missing-material'));
  };
  const nameOf = ({ ingredient }: Line) =>
    ingredient.kind === 'material'
      ? materialName(ingredient.materialId)
      : (accordName?.(ingredient.trialId) ?? t('accord'));

  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('row')}
            </th>
            <th scope="col">{t('as-written')}</th>
            <th scope="col">{t('material')}</th>
            <th scope="col" className={styles.number}>
              {t('amount')}
            </th>
            <th scope="col">{t('dilution')}</th>
            <th scope="col">{t('matched')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => {
            const row = rows.get(line.id);
            const by = row && t(`by.${row.by}`);
            return (
              <tr key={line.id}>
                <td className={styles.row}>{row?.row}</td>
                <td className={styles.written}>{row?.text}</td>
                <td>{nameOf(line)}</td>
                <td className={styles.number}>{numbers.exact(line.parts)}</td>
                <td>
                  {line.dilution !== '100' && numbers.percentExact(line.dilution)}
                  {line.solventId && <span className={styles.quiet}> · {materialName(line.solventId)}</span>}
                </td>
                <td className={row?.by === 'near' ? undefined : styles.quiet}>
                  {row?.by === 'near' ? <span className={styles.near}>{by}</span> : by}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {most < lines.length && (
        <button type="button" className={styles.more} onClick={() => setMost(most + 5 * step)}>
          {t('show-more', { count: Math.min(5 * step, lines.length - most) })}
        </button>
      )}
    </>
  );
}
