import { useShallow } from 'zustand/react/shallow';
import type { RecipeId } from '#foundation/ids.ts';
import { closeRecipe, turnTo, useBench } from '#renderer/shared/bench.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './recipe-tabs.module.css';

const noName = { en: '', ko: '' };

/** The recipes that are open, as tabs. Arrow keys turn to the next, Delete closes. */
export function RecipeTabs({ onNew }: { readonly onNew: () => void }) {
  const { t, language } = useText('bench');
  const order = useBench((bench) => bench.order);
  const active = useBench((bench) => bench.active);
  const names = useBench(
    useShallow((bench) => bench.order.map((id) => inLanguage(bench.sheets[id]?.recipe.name ?? noName, language))),
  );
  const name = (id: RecipeId) => names[order.indexOf(id)] || t('untitled');
  return (
    <nav className={styles.tabs} aria-label={t('open-tabs')}>
      <div className={styles.list}>
        {order.map((id, index) => (
          <div key={id} className={id === active ? `${styles.tab} ${styles.active}` : styles.tab}>
            <button
              type="button"
              data-tab=""
              aria-current={id === active}
              onClick={() => turnTo(id)}
              onAuxClick={() => closeRecipe(id)}
              onKeyDown={(event) => {
                if (event.key === 'Delete') return closeRecipe(id);
                const to = event.key === 'ArrowRight' ? index + 1 : event.key === 'ArrowLeft' ? index - 1 : -1;
                const next = order[to];
                if (!next) return;
                turnTo(next);
                event.currentTarget.closest('nav')?.querySelectorAll<HTMLElement>('[data-tab]')[to]?.focus();
              }}
            >
              {name(id)}
            </button>
            <button
              type="button"
              className={styles.close}
              tabIndex={-1}
              aria-label={t('close-recipe', { name: name(id) })}
              onClick={() => closeRecipe(id)}
            >
              <Icon name="close" size={13} />
            </button>
          </div>
        ))}
      </div>
      <NamedIconButton icon="add" label={t('new-recipe')} keys="Ctrl+N" onClick={onNew} size={16} />
    </nav>
  );
}
