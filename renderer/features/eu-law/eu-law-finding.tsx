import type { LineId } from '#foundation/ids.ts';
import type { EuFinding } from '#perfumery/safety/answer.ts';
import type { ProhibitedSubstance } from '#perfumery/safety/regulation.ts';
import { ContributorList } from '#renderer/shared/contributor-list.tsx';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './eu-law.module.css';

interface Props {
  readonly finding: EuFinding;
  readonly substance: ProhibitedSubstance;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** One substance of Annex II that is in the formula, with the act that prohibits it and the lines it comes from. */
export function EuLawFinding({ finding, substance, names, onShowLines }: Props) {
  const { t, language } = useText('safety');
  const numbers = useNumbers();
  const isProhibited = finding.verdict === 'prohibited';
  return (
    <li className={styles.finding}>
      <div className={styles.head}>
        <ToneIcon tone={isProhibited ? 'prohibited' : 'pass'} size={14} />
        <h3>{inLanguage(substance.name, language)}</h3>
        <span>
          {numbers.percent(finding.percent)}, {t(isProhibited ? 'eu-prohibited' : 'eu-trace')}
        </span>
      </div>
      <p className={styles.act}>
        {substance.entry}, {substance.regulation}
        {substance.since && `, ${sinceText(substance.since)}`}
      </p>
      <ContributorList contributions={finding.contributions} names={names} onShowLines={onShowLines} atMost={3} />
      {substance.note && <p className={styles.note}>{inLanguage(substance.note, language)}</p>}
    </li>
  );

  function sinceText(since: string): string {
    const isComing = since > new Date().toISOString().slice(0, 10);
    return t(isComing ? 'eu-since-coming' : 'eu-since', { date: numbers.day(since) });
  }
}
