import { memo, useId } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Cell, Finding } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Names } from '#renderer/shared/names.ts';
import { type Numbers, useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Meter } from '#renderer/ui/meter.tsx';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import { FindingDetails } from './finding-details.tsx';
import styles from './findings.module.css';
import { toneOf } from './tone-of.ts';
import { useRuleTitle } from './use-rule-title.ts';

interface Props {
  readonly finding: Finding;
  readonly category: Category;
  readonly names: Names;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** One finding: what it is, how it stands, and on a click everything behind it. */
export const FindingRow = memo(function FindingRow({ finding, category, names, isOpen, onToggle, onShowLines }: Props) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const titleOf = useRuleTitle();
  const detailsId = useId();
  const cell = finding.cells[category];
  const tone = toneOf(cell);
  const isFree = cell.verdict === 'pass' && cell.limit === undefined && cell.ratio === 0;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => onToggle(finding.key)}
      >
        <span className={isOpen ? `${styles.chevron} ${styles.open}` : styles.chevron}>
          <Icon name="chevron" size={12} />
        </span>
        <ToneIcon tone={tone} size={14} />
        <span className={styles.title}>{titleOf(finding)}</span>
        {!isFree && <Meter ratio={cell.ratio} tone={tone} />}
        <span className={isFree ? `${styles.figure} ${styles.free}` : styles.figure}>
          {figureOf(cell, numbers) || t(isFree ? 'state-free' : 'state-prohibited')}
        </span>
      </button>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <FindingDetails finding={finding} category={category} names={names} onShowLines={onShowLines} />}
      </div>
    </li>
  );
});

function figureOf({ verdict, limit, ratio }: Cell, numbers: Numbers): string {
  const hasFigure = verdict !== 'prohibited' && (limit !== undefined || ratio > 0);
  return hasFigure ? numbers.ratio(ratio) : '';
}
