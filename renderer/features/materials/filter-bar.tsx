/** @file What narrows the list of materials and orders it. */
import { useRef } from 'react';
import { families, materialKinds, roles } from '#perfumery/material/material.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { type Choice, everything, isNarrowed, type Sort } from './choose-materials.ts';
import styles from './filter-bar.module.css';

interface Props {
  readonly choice: Choice;
  readonly count: number;
  /** Tags that materials have. */
  readonly tags: readonly string[];
  readonly onChoice: (choice: Choice) => void;
  /** Down or Enter in the search box: on to the list. */
  readonly onEnterList: () => void;
}

export function FilterBar({ choice, count, tags, onChoice, onEnterList }: Props) {
  const { t } = useText('materials');
  const { t: common } = useText('common');
  const search = useRef<HTMLInputElement>(null);
  const isSearching = choice.text.trim() !== '';
  const sorts: readonly Sort[] = [...(isSearching ? (['relevance'] as const) : []), 'name', 'family', 'price', 'stock'];
  const set = (part: Partial<Choice>) => onChoice({ ...choice, ...part });

  function type(text: string): void {
    const begins = !isSearching && text.trim() !== '';
    const ends = isSearching && text.trim() === '' && choice.sort === 'relevance';
    set({ text, ...(begins && { sort: 'relevance' }), ...(ends && { sort: 'name' }) });
  }

  return (
    <search className={styles.bar}>
      <div className={styles.search}>
        <Icon name="search" size={15} />
        <input
          ref={search}
          type="text"
          aria-label={common('search')}
          placeholder={t('search-hint')}
          value={choice.text}
          spellCheck={false}
          autoComplete="off"
          data-find-material=""
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'Enter') onEnterList();
            else if (event.key === 'Escape' && choice.text !== '') type('');
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div className={styles.choices}>
        <Choose
          label={t('kind')}
          value={choice.kind}
          options={materialKinds.map((kind) => [kind, t(`kinds.${kind}`)])}
          onChange={(kind) => set({ kind })}
        />
        <Choose
          label={t('family')}
          value={choice.family}
          options={families.map((family) => [family, t(`families.${family}`)])}
          onChange={(family) => set({ family })}
        />
        <Choose
          label={t('role')}
          value={choice.role}
          options={roles.map((role) => [role, t(`roles.${role}`)])}
          onChange={(role) => set({ role })}
        />
        <Choose
          label={t('origin-label')}
          value={choice.origin}
          options={(['shipped', 'own'] as const).map((origin) => [origin, t(`origin.${origin}`)])}
          onChange={(origin) => set({ origin })}
        />
        <select
          aria-label={t('archived-label')}
          value={choice.archived}
          data-narrows={choice.archived !== 'without'}
          onChange={(event) => set({ archived: event.target.value as Choice['archived'] })}
        >
          {(['without', 'with', 'only'] as const).map((archived) => (
            <option key={archived} value={archived}>
              {t(`archived-${archived}`)}
            </option>
          ))}
        </select>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={choice.inStock}
            onChange={(event) => set({ inStock: event.target.checked })}
          />
          {t('in-stock')}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={choice.favourite}
            onChange={(event) => set({ favourite: event.target.checked })}
          />
          {t('favourites')}
        </label>
        {(tags.length > 0 || choice.tag !== '') && (
          <select
            aria-label={t('tag')}
            value={choice.tag}
            data-narrows={choice.tag !== ''}
            onChange={(event) => set({ tag: event.target.value })}
          >
            <option value="">
              {t('tag')}: {t('all')}
            </option>
            {[...new Set([...tags, ...(choice.tag ? [choice.tag] : [])])].map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className={styles.choices}>
        <label className={styles.check}>
          {t('sort')}
          <select value={choice.sort} onChange={(event) => set({ sort: event.target.value as Sort })}>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort-${sort}`)}
              </option>
            ))}
          </select>
        </label>
        {isNarrowed(choice) && (
          <button
            type="button"
            className={styles.clear}
            onClick={() => {
              onChoice({ ...everything, sort: choice.sort === 'relevance' ? 'name' : choice.sort });
              search.current?.focus();
            }}
          >
            {t('clear-filters')}
          </button>
        )}
        <span className={styles.count} role="status">
          {t('shown', { count })}
        </span>
      </div>
    </search>
  );
}

/** A filter: everything, or one of some. The name of what it filters is its first choice. */
function Choose<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value | 'all';
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value | 'all') => void;
}) {
  const { t } = useText('materials');
  return (
    <select
      aria-label={label}
      value={value}
      data-narrows={value !== 'all'}
      onChange={(event) => onChange(event.target.value as Value | 'all')}
    >
      <option value="all">
        {label}: {t('all')}
      </option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
