/** @file The second verdict, apart from IFRA: whether EU law lets this be in a cosmetic product at all. */
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { EuFinding } from '#perfumery/safety/answer.ts';
import { useAnswer } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { type Names, useNames } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './eu-law.module.css';
import { EuLawFinding } from './eu-law-finding.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** EU law at the side of the bench. */
export function EuLawPanel({ recipeId, onShowLines }: Props) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const answer = useAnswer(recipeId);
  const names = useNames(recipeId);
  const law = useStudio(({ regulation }) => regulation.euLaw);
  const isEmpty = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines.length === 0);
  if (!answer || isEmpty) return null;

  const { verdict: given, findings } = answer.euLaw;
  const verdict = given === 'over-limit' ? 'prohibited' : given;
  const prohibited = findings.filter((finding) => finding.verdict === 'prohibited');
  const traces = findings.filter((finding) => finding.verdict === 'trace');
  const gist = (
    <>
      <ToneIcon tone={verdict} size={14} />
      {t(`eu.${verdict}`)}
    </>
  );
  return (
    <Panel id="eu-law" title={t('eu-law')} gist={gist}>
      <p className={rows.quiet}>{t('eu-explain')}</p>
      {prohibited.length > 0 && <FindingList findings={prohibited} names={names} onShowLines={onShowLines} />}
      {traces.length > 0 && (
        <details className={styles.traces}>
          <summary>{t('eu-traces', { count: traces.length })}</summary>
          <FindingList findings={traces} names={names} onShowLines={onShowLines} />
        </details>
      )}
      {findings.length === 0 && verdict === 'pass' && <p className={styles.sentence}>{t('eu-none')}</p>}
      {verdict === 'unknown' && <p className={styles.sentence}>{t('eu-unknown')}</p>}
      <p className={rows.footnote}>{t('eu-footnote', { date: numbers.day(law.checked) })}</p>
    </Panel>
  );
}

interface FindingListProps {
  readonly findings: readonly EuFinding[];
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

function FindingList({ findings, names, onShowLines }: FindingListProps) {
  const { prohibited } = useStudio(({ regulation }) => regulation.euLaw);
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const substance = prohibited.find(({ key }) => key === finding.key);
        return (
          substance && (
            <EuLawFinding
              key={finding.key}
              finding={finding}
              substance={substance}
              names={names}
              onShowLines={onShowLines}
            />
          )
        );
      })}
    </ul>
  );
}
