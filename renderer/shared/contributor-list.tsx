/** @file Who brings a total: line by line with its share, what it comes through, and a click that leads to the line. */
import { useState } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Contribution } from '#perfumery/safety/answer.ts';
import { toNumber } from '#perfumery/units/decimal.ts';
import styles from './contributor-list.module.css';
import { type Contributor, contributorsOf } from './contributors.ts';
import type { Names } from './names.ts';
import { useNumbers } from './number.ts';
import { useText } from './text.ts';

type Translate = ReturnType<typeof useText<'safety'>>['t'];

interface Props {
  readonly contributions: readonly Contribution[];
  readonly names: Names;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  /** How many lines are shown before `show all`. */
  readonly atMost?: number;
}

/** The contributors to one total, largest first. */
export function ContributorList({ contributions, names, onShowLines, atMost = 4 }: Props) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const [showsAll, setShowsAll] = useState(false);
  const contributors = contributorsOf(contributions);
  const most = toNumber(contributors[0]?.percent ?? 0n);
  const shown = showsAll ? contributors : contributors.slice(0, atMost);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((contributor) => {
          const through = throughText(contributor, names, t);
          return (
            <li key={contributor.lineId}>
              <button type="button" className={styles.row} onClick={() => onShowLines([contributor.lineId])}>
                <span className={styles.name}>
                  {names.line(contributor.lineId)}
                  {through && <span className={styles.through}>{through}</span>}
                </span>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ inlineSize: most > 0 ? `${(toNumber(contributor.percent) / most) * 100}%` : 0 }} />
                </span>
                <span className={styles.figure}>{numbers.percent(contributor.percent)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {contributors.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
          {t('show-all-lines', { count: contributors.length })}
        </button>
      )}
    </>
  );
}

/** What the largest part of a contributor comes through; empty where the line is the substance itself. */
function throughText({ contributions }: Contributor, names: Names, t: Translate): string {
  const [first, ...others] = contributions;
  if (!first) return '';
  const path = names.path(first).join(' › ');
  const isOwn = first.via === 'direct' || first.via === 'constituent';
  const through = isOwn ? path && t('through', { path }) : t(`via-${first.via}`, { path });
  return through && others.length > 0 ? `${through} ${t('and-others', { count: others.length })}` : through;
}
