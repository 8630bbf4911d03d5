import { useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { AllergenFinding } from '#perfumery/safety/answer.ts';
import type { AllergenList } from '#perfumery/safety/regulation.ts';
import { linesBehind } from '#renderer/shared/contributors.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import rows from '#renderer/ui/rows.module.css';
import styles from './allergens.module.css';
import { type Exposure, isDeclared } from './label-text.ts';

interface Props {
  readonly list: AllergenList;
  readonly findings: readonly AllergenFinding[];
  readonly exposure: Exposure;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

const atFirst = 8;
const exposures = ['leave-on', 'rinse-off'] as const;

/** Every listed allergen in the product with its share, and where it has to be declared. A name leads to its lines. */
export function AllergenTable({ list, findings, exposure, onShowLines }: Props) {
  const { t, language } = useText('safety');
  const numbers = useNumbers();
  const [showsAll, setShowsAll] = useState(false);
  const words = [t('not-declared'), t('declared')];
  const shown = showsAll ? findings : findings.slice(0, atFirst);
  return (
    <>
      <table className={rows.table}>
        <thead>
          <tr>
            <th scope="col">{t('allergen')}</th>
            <th scope="col" className={rows.figure}>
              {t('in-product')}
            </th>
            {exposures.map((one) => (
              <th key={one} scope="col" className={rows.mark}>
                {t(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((finding) => {
            const entry = list.allergens.find(({ key }) => key === finding.key);
            return (
              <tr key={finding.key} className={isDeclared(finding, exposure) ? '' : styles.below}>
                <td>
                  <button
                    type="button"
                    className={rows.link}
                    onClick={() => onShowLines(linesBehind(finding.contributions))}
                  >
                    {entry ? inLanguage(entry.name, language) : finding.key}
                  </button>
                </td>
                <td className={rows.figure}>{numbers.percent(finding.percent)}</td>
                {exposures.map((one) => (
                  <Mark
                    key={one}
                    word={words[Number(isDeclared(finding, one))] ?? ''}
                    isDeclared={isDeclared(finding, one)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {findings.length > atFirst && (
        <button type="button" className={rows.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('show-fewer') : t('show-all', { count: findings.length })}
        </button>
      )}
    </>
  );
}

function Mark({ word, isDeclared }: { readonly word: string; readonly isDeclared: boolean }) {
  return (
    <td className={rows.mark}>
      <span role="img" aria-label={word} className={styles.sign}>
        {isDeclared ? <Icon name="check" size={13} /> : '–'}
      </span>
    </td>
  );
}
