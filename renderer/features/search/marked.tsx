import { Fragment } from 'react';
import styles from './search.module.css';

interface Props {
  readonly text: string;
  /** Pieces that were matched, in order, in UTF-16 units. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** A text with the matched pieces marked. */
export function Marked({ text, spans }: Props) {
  let at = 0;
  return (
    <bdi>
      {spans.map(([from, to]) => {
        const before = text.slice(at, from);
        at = to;
        return (
          <Fragment key={from}>
            {before}
            <mark className={styles.mark}>{text.slice(from, to)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </bdi>
  );
}
