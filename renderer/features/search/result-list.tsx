/** @file The answers, kind by kind. The box keeps the focus; arrows move through the rows of all kinds. */
import { useEffect, useRef } from 'react';
import type { SearchFound, SearchHit } from '#contract/search.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import { useText } from '#renderer/shared/text.ts';
import { canBeAdded, type ResultAct, ResultRow } from './result-row.tsx';
import styles from './search.module.css';

/** What is dragged when a result is. */
export const draggedType = 'application/x-sillage-result';

interface Props {
  readonly gridId: string;
  readonly found: SearchFound;
  readonly chosen: string | undefined;
  readonly kind: SearchKind | undefined;
  readonly canBeOtherEnd: boolean;
  /** How long things last was asked for. */
  readonly showsTenacity: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAct: (what: ResultAct, hit: SearchHit) => void;
  readonly onKind: (kind: SearchKind | undefined) => void;
  readonly onMore: () => void;
}

/** Every result in the order it is shown. */
export function hitsIn({ groups }: SearchFound): readonly SearchHit[] {
  return groups.flatMap(({ hits }) => hits);
}

export function ResultList(props: Props) {
  const { gridId, found, chosen, kind, onChoose, onAct, onKind, onMore } = props;
  const { t } = useText('search');
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (chosen) document.getElementById(`${gridId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, gridId]);

  return (
    <div ref={frame} className={styles.results} id={gridId} role="grid" aria-label={t('results')}>
      {found.groups
        .filter(({ hits }) => hits.length > 0)
        .map((group) => (
          <div key={group.kind} role="rowgroup" aria-label={t(`kinds.${group.kind}`)} className={styles.group}>
            <div role="row" className={styles.groupHead}>
              <span role="rowheader" className={styles.groupName}>
                {t(`kinds.${group.kind}`)} <span className={styles.count}>{t('count', { count: group.total })}</span>
              </span>
              {(kind || group.total > group.hits.length) && (
                <span role="gridcell">
                  <button type="button" className={styles.link} onClick={() => onKind(kind ? undefined : group.kind)}>
                    {t(kind ? 'all-kinds' : 'show-all')}
                  </button>
                </span>
              )}
            </div>
            {group.hits.map((hit) => (
              <div
                key={hit.id}
                id={`${gridId}-${hit.id}`}
                role="row"
                aria-selected={hit.id === chosen}
                className={styles.row}
                draggable={canBeAdded(hit)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(draggedType, hit.id);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
                onPointerDown={() => onChoose(hit.id)}
                onClick={(event) => {
                  if (!(event.target as HTMLElement).closest('button')) onAct('open', hit);
                }}
                onKeyDown={undefined}
              >
                <ResultRow
                  hit={hit}
                  currency={found.currency}
                  canBeOtherEnd={props.canBeOtherEnd}
                  showsTenacity={props.showsTenacity}
                  onAct={onAct}
                />
              </div>
            ))}
            {kind === group.kind && group.total > group.hits.length && group.hits.length < 200 && (
              <div role="row" className={styles.moreRow}>
                <span role="gridcell">
                  <button type="button" className={styles.link} onClick={onMore}>
                    {t('show-more')}
                  </button>
                </span>
              </div>
            )}
          </div>
        ))}
    </div>
  );
}
