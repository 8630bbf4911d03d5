import { parseHazard } from '#perfumery/hazard/hazard-code.ts';
import { hazardStatements } from '#perfumery/hazard/hazard-statements.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './material-facts.module.css';

/** Hazard codes with their sentences, and the category, factor or estimate that came with each. */
export function HazardList({ hazards }: { readonly hazards: readonly string[] }) {
  const { t, language } = useText('materials');
  const numbers = useNumbers();
  return (
    <ul className={styles.hazards}>
      {hazards.map((text) => {
        const code = parseHazard(text);
        const says = code && hazardStatements[code.statement];
        if (!code || !says)
          return (
            <li key={text}>
              <b>{text}</b> <span className={styles.unknown}>{t('hazard-unread')}</span>
            </li>
          );
        const { statement, category, factor, ate } = code;
        const beside = [
          category && t('hazard-category', { category }),
          factor > 1 && `M = ${numbers.plain(decimalOf(factor), 7)}`,
          ate !== undefined && `ATE = ${numbers.plain(decimalOf(ate), 6)}\u00a0mg/kg`,
        ].filter(Boolean);
        return (
          <li key={text}>
            <b>{statement}</b>
            <span>{says[language]}</span>
            {beside.length > 0 && <span className={styles.origin}>{beside.join(' · ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
