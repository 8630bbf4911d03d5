/** @file The standards the formula touches, worst first in the category that is looked at. */
import { memo, type ReactNode, useCallback, useId, useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Cell, SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Names } from '#renderer/shared/names.ts';
import { type Numbers, useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { seen } from '#renderer/ui/fill-of.ts';
import type { Tone } from '#renderer/ui/tone.tsx';
import { AdviceList } from './advice-list.tsx';
import { FindingDetails } from './finding-details.tsx';
import { FindingRow } from './finding-row.tsx';
import styles from './findings.module.css';
import { findingsIn } from './findings-in.ts';
import { Footnote } from './footnote.tsx';
import { toneOf } from './tone-of.ts';
import { useRuleTitle } from './use-rule-title.ts';

interface Props {
  readonly answer: SafetyAnswer;
  readonly category: Category;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  readonly tables?: ReactNode;
}

/** A long list is drawn only when asked for. */
const atFirst = 12;

export const FindingList = memo(function FindingList({ answer, category, names, onShowLines, tables }: Props) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const titleOf = useRuleTitle();
  const headingId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { findings } = answer;
  const sorted = findingsIn(findings, category);
  const shown = showsAll ? sorted : sorted.slice(0, atFirst);
  const toggle = useCallback((id: string) => {
    setOpen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  }, []);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId}>{t('findings')}</h3>
        <span>{findings.length === 0 ? t('findings-none') : t('findings-count', { count: findings.length })}</span>
      </div>
      <ul className={styles.list}>
        {shown.map((finding) => {
          const id = `${finding.kind} ${finding.key}`;
          const { tone, figure, ratio } = standingOf(finding.cells[category], numbers);
          return (
            <FindingRow
              key={id}
              id={id}
              title={titleOf(finding)}
              tone={tone}
              figure={figure}
              {...(ratio !== undefined && { ratio })}
              {...(open.has(id) && {
                details: (
                  <FindingDetails finding={finding} category={category} names={names} onShowLines={onShowLines} />
                ),
              })}
              onToggle={toggle}
            />
          );
        })}
      </ul>
      {sorted.length > atFirst && (
        <button type="button" className={styles.all} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('show-fewer') : t('show-all', { count: sorted.length })}
        </button>
      )}
      <AdviceList advice={answer.advice} onShowLines={onShowLines} />
      <Footnote answer={answer} tables={tables} />
    </section>
  );
});

interface Standing {
  readonly tone: Tone;
  readonly figure: string;
  /** Rounded to what can be seen, so that a row stays as it is while nothing visible changes. */
  readonly ratio?: number;
}

function standingOf(cell: Cell, numbers: Numbers): Standing {
  const { verdict, limit, ratio } = cell;
  const tone = toneOf(cell);
  if (verdict === 'prohibited') return { tone, ratio, figure: '' };
  if (limit === undefined && ratio === 0) return { tone, figure: '' };
  return { tone, ratio: seen(ratio), figure: numbers.ratio(ratio) };
}
