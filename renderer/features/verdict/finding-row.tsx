import { memo, type ReactNode, useId } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Meter } from '#renderer/ui/meter.tsx';
import { type Tone, ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './findings.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly tone: Tone;
  /** Share of the limit that is used; absent where there is no limit. */
  readonly ratio?: number;
  /** How much of the limit is used, as text; empty where the state says it all. */
  readonly figure: string;
  /** Everything behind the finding; absent while it is folded. */
  readonly details?: ReactNode;
  readonly onToggle: (id: string) => void;
}

/** One finding: what it is and how it stands. Drawn anew only when something that is seen changes. */
export const FindingRow = memo(function FindingRow({ id, title, tone, ratio, figure, details, onToggle }: Props) {
  const { t } = useText('safety');
  const detailsId = useId();
  const isOpen = details !== undefined;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        title={title}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => onToggle(id)}
      >
        <span className={isOpen ? `${styles.chevron} ${styles.open}` : styles.chevron}>
          <Icon name="chevron" size={12} />
        </span>
        <ToneIcon tone={tone} size={14} label={t(`state-${tone}`)} />
        <span className={styles.title}>{title}</span>
        {ratio !== undefined && <Meter ratio={ratio} tone={tone} />}
        <span className={ratio === undefined ? `${styles.figure} ${styles.free}` : styles.figure}>
          {figure || t(ratio === undefined ? 'state-free' : `state-${tone}`)}
        </span>
      </button>
      <div id={detailsId} hidden={!isOpen}>
        {details}
      </div>
    </li>
  );
});
