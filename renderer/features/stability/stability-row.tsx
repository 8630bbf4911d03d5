import { useId, useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { StabilityFinding } from '#perfumery/stability/finding.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import rows from '#renderer/ui/rows.module.css';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './stability.module.css';

interface Props {
  readonly finding: StabilityFinding;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** One warning; unfolded, its condition, amounts, what to do, where it is from, and the lines it comes from. */
export function StabilityRow({ finding, names, onShowLines }: Props) {
  const { t, language } = useText('stability');
  const numbers = useNumbers();
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const { rule, weight, lineIds, materialIds, reason, advice, source, amounts } = finding;
  const who = materialIds.map((id) => names.material(id)).join(', ');
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={isOpen ? `${styles.chevron} ${styles.open}` : styles.chevron}>
          <Icon name="chevron" size={12} />
        </span>
        <ToneIcon tone={weight === 'watch' ? 'over-limit' : 'unknown'} size={14} label={t(`weight-${weight}`)} />
        <span className={styles.what}>
          {t(`rule.${rule}`)}
          <small>{who}</small>
        </span>
        <span className={styles.weight}>{t(weight)}</span>
      </button>
      <div id={bodyId} className={styles.details} hidden={!isOpen}>
        {isOpen && (
          <>
            <p>{inLanguage(reason, language)}</p>
            {amounts.length > 0 && (
              <table className={rows.table}>
                <caption className={styles.caption}>{t('amounts')}</caption>
                <tbody>
                  {amounts.map(({ what, kind, value }) => (
                    <tr key={what.en}>
                      <th scope="row">{inLanguage(what, language)}</th>
                      <td className={rows.figure}>{t(`amount.${kind}`, { value: numbers.float(value) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <h3>{t('what-to-do')}</h3>
            <p>{inLanguage(advice, language)}</p>
            {lineIds.length > 0 && (
              <>
                <h3>{t('materials')}</h3>
                <p className={styles.lines}>
                  {lineIds.map((lineId) => (
                    <button key={lineId} type="button" className={rows.link} onClick={() => onShowLines([lineId])}>
                      {names.line(lineId)}
                    </button>
                  ))}
                </p>
              </>
            )}
            <h3>{t('source')}</h3>
            <p className={rows.quiet}>{inLanguage(source, language)}</p>
          </>
        )}
      </div>
    </li>
  );
}
