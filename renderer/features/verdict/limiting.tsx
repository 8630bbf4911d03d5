import type { LineId } from '#foundation/ids.ts';
import type { CategoryAnswer, Finding, SafetyAnswer } from '#perfumery/safety/answer.ts';
import { ContributorList } from '#renderer/shared/contributor-list.tsx';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { Meter } from '#renderer/ui/meter.tsx';
import styles from './hero.module.css';
import { toneOf } from './tone-of.ts';
import { useRuleTitle } from './use-rule-title.ts';

interface Props {
  readonly answer: SafetyAnswer;
  readonly current: CategoryAnswer;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** The finding that decides the category: total against limit, and the lines that bring it. */
export function Limiting({ answer, current, names, onShowLines }: Props) {
  const { t } = useText('safety');
  const titleOf = useRuleTitle();
  const { category, limiting } = current;
  const finding = answer.findings.find(({ key }) => key === limiting);
  if (!finding) return <p className={styles.quiet}>{t('nothing-limited')}</p>;
  const failing = answer.findings.filter(({ cells }) => cells[category].verdict !== 'pass').length;
  const cell = finding.cells[category];
  return (
    <div className={styles.limiting}>
      <div className={styles.standard}>
        <h3>
          <span className={styles.label}>{t('limiting')}</span> {titleOf(finding)}
        </h3>
        <Ratio ratio={cell.ratio} />
      </div>
      <Meter ratio={cell.ratio} tone={toneOf(cell)} />
      <p className={styles.figures}>
        <Figures finding={finding} current={current} />
        {failing > 1 && `, ${t('also-failing', { count: failing - 1 })}`}
      </p>
      <ContributorList
        key={finding.key}
        contributions={finding.contributions}
        names={names}
        onShowLines={onShowLines}
        atMost={3}
      />
    </div>
  );
}

function Ratio({ ratio }: { readonly ratio: number }) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  return (
    Number.isFinite(ratio) && <span className={styles.ratio}>{t('of-limit', { ratio: numbers.ratio(ratio) })}</span>
  );
}

function Figures({ finding, current }: { readonly finding: Finding; readonly current: CategoryAnswer }) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const { verdict, limit, ratio } = finding.cells[current.category];
  if (verdict === 'prohibited') return t('total-prohibited', { total: numbers.percent(finding.total) });
  if (limit === undefined) return t('total-of-ratios', { ratio: numbers.ratio(ratio) });
  const [total, allowed] = numbers.percentsApart(finding.total, limit);
  return t('total-of-limit', { total, limit: allowed });
}
