import { fillOf, limitMark } from './fill-of.ts';
import styles from './meter.module.css';
import { type Tone, toneClass } from './tone.tsx';

/** A bar that is full to its mark when `ratio` is 1. Decoration: the figures stand beside it. */
export function Meter({ ratio, tone }: { readonly ratio: number; readonly tone: Tone }) {
  return (
    <span className={`${styles.meter} ${toneClass(tone)}`} aria-hidden="true">
      <span className={styles.fill} style={{ inlineSize: `${fillOf(ratio) * 100}%` }} />
      <span className={styles.mark} style={{ insetInlineStart: `${limitMark * 100}%` }} />
    </span>
  );
}
