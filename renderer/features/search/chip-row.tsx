import type { SearchChip } from '#contract/search.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './search.module.css';

interface Props {
  readonly chips: readonly SearchChip[];
  /** Keys of chips that were put away. */
  readonly without: readonly string[];
  readonly onWithout: (without: readonly string[]) => void;
}

/** What was understood of the sentence, each to be put away; and a way to have it all back. */
export function ChipRow({ chips, without, onWithout }: Props) {
  const { t, language } = useText('search');
  if (chips.length === 0 && without.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('understood')}>
      {chips.map((chip) => {
        const meant = chip.label[language] || chip.label.en;
        const how = t(
          chip.isHard
            ? chip.isNegated
              ? 'chip-hard-not'
              : 'chip-hard'
            : chip.isNegated
              ? 'chip-soft-not'
              : 'chip-soft',
        );
        return (
          <li
            key={chip.key}
            className={chip.isHard ? `${styles.chip} ${styles.hard}` : styles.chip}
            data-negated={chip.isNegated}
            title={meant === chip.written ? how : `${meant}: ${how}`}
          >
            {chip.isNegated && <Icon name="forbidden" size={11} />}
            {chip.written}
            <button
              type="button"
              aria-label={t('put-away', { what: chip.written })}
              onClick={() => onWithout([...without, chip.key])}
            >
              <Icon name="close" size={11} />
            </button>
          </li>
        );
      })}
      {without.length > 0 && (
        <li>
          <button type="button" className={styles.link} onClick={() => onWithout([])}>
            {t('chips-back', { count: without.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
