/** @file A state as an icon in a colour. The word stands beside it, or the control around it carries the word. */
import { Icon, type IconName } from './icon.tsx';
import styles from './tone.module.css';

/** `near`: within the limit, but with little room left. */
export type Tone = 'pass' | 'near' | 'over-limit' | 'prohibited' | 'unknown';

const icons: Readonly<Record<Tone, IconName>> = {
  pass: 'check',
  near: 'check',
  'over-limit': 'warning',
  prohibited: 'forbidden',
  unknown: 'question',
};

/** The class that gives `--tone` and `--tone-soft` their colours. */
export function toneClass(tone: Tone): string {
  return styles[tone] ?? '';
}

interface Props {
  readonly tone: Tone;
  readonly size?: number;
  /** The state in words, where no word stands beside the icon. */
  readonly label?: string;
}

/** The icon of a state, in its colour. */
export function ToneIcon({ tone, size = 16, label }: Props) {
  return (
    <span className={`${styles.icon} ${styles[tone]}`} {...(label && { role: 'img', 'aria-label': label })}>
      <Icon name={icons[tone]} size={size} />
    </span>
  );
}
