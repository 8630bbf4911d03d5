/** @file The recipes as one long list: only the rows in sight are fetched and drawn, arrows move through all of them. */
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import type { Labels } from '#renderer/shared/labels.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './recipe-list.module.css';
import { RecipeRow } from './recipe-row.tsx';
import type { useRecipePages } from './use-recipe-pages.ts';

const rowHeight = 46;

export type RecipeAct = 'open' | 'duplicate' | 'favourite' | 'archive' | 'remove';

interface Props {
  readonly pages: ReturnType<typeof useRecipePages>;
  readonly labels: Labels;
  readonly listRef: Ref<HTMLDivElement>;
  readonly onAct: (what: RecipeAct, head: RecipeHead) => void;
}

export function RecipeList({ pages, labels, listRef, onAct }: Props) {
  const { t, language } = useText('recipes');
  const { t: common } = useText('common');
  const { total = 0, rows: heads, see, indexOf } = pages;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [chosen, setChosen] = useState<{ readonly at: number; readonly id?: RecipeId }>({ at: 0 });
  const [menu, setMenu] = useState<{ readonly head: RecipeHead; readonly left: number; readonly top: number }>();
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 30,
  });
  useImperativeHandle(listRef, () => scroller.current as HTMLDivElement);

  const moved = chosen.id === undefined || heads.get(chosen.at)?.id === chosen.id ? undefined : indexOf(chosen.id);
  const at = Math.min(moved ?? chosen.at, Math.max(0, total - 1));
  const inSight = rows.getVirtualItems();
  const [first, last] = [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0];

  useEffect(() => see(first, last), [see, first, last, heads]);

  function choose(to: number): void {
    const next = Math.max(0, Math.min(to, total - 1));
    const id = heads.get(next)?.id;
    setChosen({ at: next, ...(id && { id }) });
    rows.scrollToIndex(next, { align: 'auto' });
  }

  function openMenu(head: RecipeHead, at: { readonly left: number; readonly top: number }): void {
    setMenu({ head, ...at });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    const head = heads.get(at);
    if (to !== undefined) choose(to);
    else if (event.key === 'Enter' && head) onAct('open', head);
    else if (event.key === 'Delete' && head) onAct('remove', head);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && head) {
      const row = document.getElementById(`${gridId}-${at}`)?.getBoundingClientRect();
      openMenu(head, { left: row?.right ?? 0, top: row?.bottom ?? 0 });
    } else return;
    event.preventDefault();
  }

  const run = (what: RecipeAct) => () => {
    setMenu(undefined);
    if (menu) onAct(what, menu.head);
  };

  return (
    <>
      <div
        ref={scroller}
        className={styles.list}
        role="grid"
        aria-label={t('title')}
        aria-rowcount={total + 1}
        tabIndex={0}
        {...(inSight.some(({ index }) => index === at) && { 'aria-activedescendant': `${gridId}-${at}` })}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head} role="row" aria-rowindex={1}>
          <span role="columnheader">{t('name')}</span>
          <span role="columnheader">{t('product')}</span>
          <span role="columnheader" className={styles.end}>
            {t('lines')}
          </span>
          <span role="columnheader" className={styles.end}>
            {t('trials')}
          </span>
          <span role="columnheader">{t('updated')}</span>
          <span role="columnheader" aria-label={t('actions')} />
        </div>
        <div className={styles.inner} role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const head = heads.get(index);
            return (
              <div
                key={head?.id ?? index}
                id={`${gridId}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === at}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                onPointerDown={() => choose(index)}
                onDoubleClick={() => head && onAct('open', head)}
                onContextMenu={(event) => {
                  if (!head) return;
                  event.preventDefault();
                  openMenu(head, { left: event.clientX, top: event.clientY });
                }}
              >
                {head && <RecipeRow head={head} label={labels.recipes.get(head.id)} />}
                <span role="gridcell">
                  {head && (
                    <button
                      type="button"
                      className={styles.menu}
                      aria-label={t('actions-of', { name: inLanguage(head.name, language) || t('untitled') })}
                      aria-haspopup="menu"
                      tabIndex={index === at ? 0 : -1}
                      onClick={(event) => {
                        const { left, bottom } = event.currentTarget.getBoundingClientRect();
                        openMenu(head, { left, top: bottom });
                      }}
                      onDoubleClick={(event) => event.stopPropagation()}
                    >
                      <Icon name="menu" size={17} />
                    </button>
                  )}
                </span>
              </div>
            );
          })}
        </div>
      </div>
      {menu && (
        <Menu
          open
          anchorReference="anchorPosition"
          anchorPosition={menu}
          onClose={() => setMenu(undefined)}
          slotProps={{
            list: { 'aria-label': t('actions-of', { name: inLanguage(menu.head.name, language) || t('untitled') }) },
          }}
        >
          <MenuItem dense onClick={run('open')}>
            {t('open')}
          </MenuItem>
          <MenuItem dense onClick={run('duplicate')}>
            {common('duplicate')}
          </MenuItem>
          <MenuItem dense onClick={run('favourite')}>
            {t(labels.recipes.get(menu.head.id)?.isFavourite ? 'no-favourite' : 'make-favourite')}
          </MenuItem>
          <MenuItem dense divider onClick={run('archive')}>
            {common(menu.head.archived ? 'bring-back' : 'archive')}
          </MenuItem>
          <MenuItem dense onClick={run('remove')} sx={{ color: 'verdict.over' }}>
            {t('remove-for-good')}
          </MenuItem>
        </Menu>
      )}
    </>
  );
}
