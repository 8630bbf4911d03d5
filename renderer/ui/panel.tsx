/** @file A section of a side panel: a heading that folds it away, with its gist beside the heading. */
import { type ReactNode, useId, useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './panel.module.css';

interface Props {
  /** Stable; what is folded is remembered under it. */
  readonly id: string;
  readonly title: string;
  /** In a few words what is inside, also to be read while it is folded. */
  readonly gist?: ReactNode;
  readonly isFoldedAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A section with a heading of level two that folds and unfolds it. */
export function Panel({ id, title, gist, isFoldedAtFirst = false, children }: Props) {
  const bodyId = useId();
  const [isFolded, setFolded] = useState(() => remembered(id) ?? isFoldedAtFirst);
  const fold = () => {
    setFolded(!isFolded);
    localStorage.setItem(`sillage.folded.${id}`, String(!isFolded));
  };
  return (
    <section className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <button type="button" className={styles.fold} aria-expanded={!isFolded} aria-controls={bodyId} onClick={fold}>
            <span className={isFolded ? styles.chevron : `${styles.chevron} ${styles.open}`}>
              <Icon name="chevron" size={13} />
            </span>
            {title}
          </button>
        </h2>
        <span className={styles.gist}>{gist}</span>
      </div>
      <div id={bodyId} className={styles.body} hidden={isFolded}>
        {!isFolded && children}
      </div>
    </section>
  );
}

function remembered(id: string): boolean | undefined {
  const value = localStorage.getItem(`sillage.folded.${id}`);
  return value === null ? undefined : value === 'true';
}
