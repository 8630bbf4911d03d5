import type { RecipeId } from '#foundation/ids.ts';
import { closeRecipe, turnTo, useBench } from '#renderer/shared/bench.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './recipe-tabs.module.css';

/** The recipes that are open, as tabs. Arrow keys turn to the next. */
export function RecipeTabs({ onNew }: { readonly onNew: () => void }) {
  const { t, language } = useText('bench');
  const { order, active, sheets } = useBench();
  const name = (id: RecipeId) => inLanguage(sheets[id]?.recipe.name ?? { en: '', ko: '' }, language) || t('untitled');
  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={t('open-tabs')} className={styles.list}>
        {order.map((id, index) => (
          <div key={id} className={id === active ? `${styles.tab} ${styles.active}` : styles.tab} role="presentation">
            <button
              type="button"
              role="tab"
              aria-selected={id === active}
              tabIndex={id === active ? 0 : -1}
              onClick={() => turnTo(id)}
              onAuxClick={() => closeRecipe(id)}
              onKeyDown={(event) => {
                const to = event.key === 'ArrowRight' ? index + 1 : event.key === 'ArrowLeft' ? index - 1 : -1;
                const next = order[to];
                if (!next) return;
                turnTo(next);
                event.currentTarget.closest('[role=tablist]')?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
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
    </div>
  );
}
