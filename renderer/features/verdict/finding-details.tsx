import type { LineId } from '#foundation/ids.ts';
import type { Finding } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import { ContributorList } from '#renderer/shared/contributor-list.tsx';
import { useDeadlines } from '#renderer/shared/deadlines.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { ruleOf } from '#renderer/shared/rule-of.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './findings.module.css';
import { useDriverNames } from './use-driver-names.ts';

interface Props {
  readonly finding: Finding;
  readonly category: Category;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** Everything behind a finding: figures, what drives the standard, who brings it, and the words of the standard. */
export function FindingDetails({ finding, category, names, onShowLines }: Props) {
  const { t, language } = useText('safety');
  const driverNames = useDriverNames();
  const sayDeadlines = useDeadlines();
  const ifra = useStudio(({ regulation }) => regulation.ifra);
  const rule = ruleOf(ifra, finding);
  const standard = rule?.kind === 'standard' ? rule.standard : undefined;
  const note = rule?.kind === 'group' ? rule.group.note : standard?.note;
  const about = standard
    ? [t('amendment', { number: standard.amendment }), driverNames(standard.drivers), sayDeadlines(standard.deadlines)]
        .filter(Boolean)
        .join(' · ')
    : t('group-rule');
  return (
    <div className={styles.details}>
      <p className={styles.figures}>
        <Standing finding={finding} category={category} />
      </p>
      <p className={styles.about}>{about}</p>
      <ContributorList contributions={finding.contributions} names={names} onShowLines={onShowLines} />
      {note && <p>{inLanguage(note, language)}</p>}
      {standard?.asFlavouring && (category === '1' || category === '6') && <p>{t('flavouring-condition')}</p>}
      {standard?.specification && (
        <p>
          <b>{t('specification')}</b> {inLanguage(standard.specification, language)}
        </p>
      )}
    </div>
  );
}

function Standing({ finding, category }: Pick<Props, 'finding' | 'category'>) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const { verdict, limit, ratio } = finding.cells[category];
  if (verdict === 'prohibited') return t('total-prohibited', { total: numbers.percent(finding.total, 4) });
  if (limit !== undefined) {
    const [total, allowed] = numbers.percentsApart(finding.total, limit);
    return t('total-of-limit', { total, limit: allowed });
  }
  if (ratio > 0) return t('total-of-ratios', { ratio: numbers.ratio(ratio) });
  return `${numbers.percent(finding.total, 4)}, ${t('no-limit-here')}`;
}
