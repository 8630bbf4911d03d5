import { useId, useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import rows from '#renderer/ui/rows.module.css';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './open-questions.module.css';
import type { Gap, Question } from './questions-in.ts';

interface Props {
  readonly question: Question;
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** One kind of gap with how many there are; unfolded, the materials, each leading to its lines. */
export function QuestionRow({ question: { why, blocks, gaps }, names, onShowLines }: Props) {
  const { t } = useText('safety');
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const nameOf = ({ materialId, lineIds }: Gap) =>
    materialId ? names.material(materialId) : lineIds.map((lineId) => names.line(lineId)).join(', ');
  return (
    <li className={styles.question}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={isOpen ? `${styles.chevron} ${styles.open}` : styles.chevron}>
          <Icon name="chevron" size={12} />
        </span>
        <span>
          {t(`why.${why}`)}
          {blocks && (
            <span className={styles.blocks}>
              <ToneIcon tone="unknown" size={12} />
              {t('keeps-open')}
            </span>
          )}
        </span>
        <span className={styles.count}>{gaps.length}</span>
      </button>
      <ul id={listId} className={styles.gaps} hidden={!isOpen}>
        {isOpen &&
          gaps.map((gap) => (
            <li key={gap.materialId ?? gap.lineIds.join(' ')}>
              <button type="button" className={rows.link} onClick={() => onShowLines(gap.lineIds)}>
                {nameOf(gap)}
              </button>
            </li>
          ))}
      </ul>
    </li>
  );
}
