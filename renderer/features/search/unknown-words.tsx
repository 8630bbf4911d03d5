import { useText } from '#renderer/shared/text.ts';
import styles from './search.module.css';

interface Props {
  /** Words that nothing here knows. */
  readonly unknown: readonly string[];
  readonly onTeach: (word: string) => void;
}

/** Words that nobody here knows, and a way to teach them. */
export function UnknownWords({ unknown, onTeach }: Props) {
  const { t } = useText('ownWords');
  if (unknown.length === 0) return null;
  return (
    <p className={styles.untaught}>
      <span role="status">{t('unknown', { words: unknown.map((one) => `“${one}”`).join(', ') })}</span>
      {unknown.map((word) => (
        <button key={word} type="button" className={styles.link} onClick={() => onTeach(word)}>
          {t(unknown.length === 1 ? 'teach' : 'teach-named', { text: word })}
        </button>
      ))}
    </p>
  );
}
