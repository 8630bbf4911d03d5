/** @file The standards the formula touches, worst first in the category that is looked at. */
import { useId, useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useText } from '#renderer/shared/text.ts';
import { AdviceList } from './advice-list.tsx';
import { FindingRow } from './finding-row.tsx';
import styles from './findings.module.css';
import { findingsIn } from './findings-in.ts';
import { Footnote } from './footnote.tsx';

interface Props {
  readonly answer: SafetyAnswer;
  readonly category: Category;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** A long list is drawn only when asked for. */
const atFirst = 12;

export function FindingList({ answer, category, names, onShowLines }: Props) {
  const { t } = useText('safety');
  const headingId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { findings } = answer;
  const sorted = findingsIn(findings, category);
  const shown = showsAll ? sorted : sorted.slice(0, atFirst);
  const toggle = (key: string) =>
    setOpen((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    );
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId}>{t('findings')}</h3>
        <span>{findings.length === 0 ? t('findings-none') : t('findings-count', { count: findings.length })}</span>
      </div>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingRow
            key={`${finding.kind} ${finding.key}`}
            finding={finding}
            category={category}
            names={names}
            isOpen={open.has(finding.key)}
            onToggle={toggle}
            onShowLines={onShowLines}
          />
        ))}
      </ul>
      {sorted.length > atFirst && (
        <button type="button" className={styles.all} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('show-fewer') : t('show-all', { count: sorted.length })}
        </button>
      )}
      <AdviceList advice={answer.advice} onShowLines={onShowLines} />
      <Footnote answer={answer} />
    </section>
  );
}
