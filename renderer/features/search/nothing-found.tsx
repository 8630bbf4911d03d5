import type { SearchFound } from '#contract/search.ts';
import { useText } from '#renderer/shared/text.ts';
import type { Asked } from './asked.ts';
import styles from './search.module.css';

interface Props {
  readonly found: SearchFound;
  readonly asked: Asked;
  readonly onAsk: (part: Partial<Asked>) => void;
}

/** Filters have left nothing: says which of them to lift, and how many would come. */
export function Nothing({ found, asked, onAsk }: Props) {
  const { t } = useText('search');
  return (
    <div className={styles.nothing}>
      <h2>{t('none')}</h2>
      <p>{t(found.lifts.length > 0 ? 'none-lift' : 'none-hint')}</p>
      <ul>
        {found.lifts.map(({ chip, filter, would }) => {
          const said = found.chips.find(({ key }) => key === chip);
          const field = filter === undefined ? undefined : asked.filters[filter]?.field;
          const what = said ? said.written : field === undefined ? '' : t(`fields.${field as 'families'}`);
          return (
            <li key={chip ?? filter}>
              <button
                type="button"
                className={styles.lift}
                onClick={() =>
                  onAsk(
                    chip !== undefined
                      ? { without: [...asked.without, chip] }
                      : { filters: asked.filters.filter((_, place) => place !== filter) },
                  )
                }
              >
                {t('lift', { what })} <span className={styles.count}>{t('would-come', { count: would })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
