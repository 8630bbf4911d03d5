/** @file Filters with counts: what of the results is of which kind, family, product …, and bounds for what is counted. */
import { useState } from 'react';
import type { SearchFound } from '#contract/search.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import { type NumberField, numberFields, type SearchFilter } from '#perfumery/search/search-filter.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { bounded, rangeIn, toggled, type ValueField, valuesIn } from './filters.ts';
import styles from './search.module.css';

interface Props {
  readonly found: SearchFound;
  readonly filters: readonly SearchFilter[];
  readonly onFilters: (filters: readonly SearchFilter[]) => void;
}

const order: readonly ValueField[] = [
  'kind',
  'families',
  'origins',
  'roles',
  'tags',
  'seasons',
  'genders',
  'moods',
  'passes',
  'allergens',
];
/** Values of a field that are shown before one asks for more. */
const atFirst = 6;

export function FilterColumn({ found, filters, onFilters }: Props) {
  const { t } = useText('search');
  const hasNumbers = found.ranges.length > 0 || filters.some(({ field }) => numberFields.some((one) => one === field));
  const facets = new Map(found.facets.map((facet) => [facet.field, facet.values]));
  return (
    <aside className={styles.filters} aria-label={t('filters')}>
      <div className={styles.filterHead}>
        <h2>{t('filters')}</h2>
        {filters.length > 0 && (
          <button type="button" className={styles.link} onClick={() => onFilters([])}>
            {t('clear-filters')}
          </button>
        )}
      </div>
      {order.map((field) => {
        const chosen = [...valuesIn(filters, field, 'any'), ...valuesIn(filters, field, 'none')];
        const counted = facets.get(field) ?? [];
        const gone = chosen.filter((value) => !counted.some((one) => one.value === value));
        const values = [...counted, ...gone.map((value) => ({ value, count: 0 }))];
        return (
          values.length > 0 && (
            <ValueFilter key={field} field={field} values={values} filters={filters} onFilters={onFilters} />
          )
        );
      })}
      <fieldset className={styles.facet} hidden={!hasNumbers}>
        <legend>{t('bounds')}</legend>
        {numberFields.map((field) => (
          <Bounds key={field} field={field} found={found} filters={filters} onFilters={onFilters} />
        ))}
      </fieldset>
    </aside>
  );
}

interface ValueProps extends Pick<Props, 'filters' | 'onFilters'> {
  readonly field: ValueField;
  readonly values: SearchFound['facets'][number]['values'];
}

function ValueFilter({ field, values, filters, onFilters }: ValueProps) {
  const { t, language } = useText('search');
  const say = useValueName(field);
  const [isWhole, setWhole] = useState(false);
  const wanted = valuesIn(filters, field, 'any');
  const left = valuesIn(filters, field, 'none');
  const set = (value: string, way: 'any' | 'none') => onFilters(toggled(filters, field, { value, way }));
  const shown = values.filter(({ value }, place) => isWhole || place < atFirst || [...wanted, ...left].includes(value));
  return (
    <fieldset className={styles.facet}>
      <legend>{t(`fields.${field as 'families'}`)}</legend>
      {shown.map(({ value, count, label }) => {
        const name = label ? label[language] || label.en : say(value);
        const isLeft = left.includes(value);
        return (
          <div key={value} className={styles.facetRow}>
            <label>
              <input type="checkbox" checked={wanted.includes(value)} onChange={() => set(value, 'any')} />
              <span className={styles.facetName} data-left={isLeft}>
                {name}
              </span>
            </label>
            <span className={styles.count}>{isLeft ? t('left-out') : count}</span>
            {field !== 'kind' && (
              <button
                type="button"
                className={styles.without}
                aria-pressed={isLeft}
                aria-label={t('leave-out', { what: name })}
                title={t('leave-out', { what: name })}
                onClick={() => set(value, 'none')}
              >
                <Icon name="forbidden" size={12} />
              </button>
            )}
          </div>
        );
      })}
      {values.length > shown.length && (
        <button type="button" className={styles.link} onClick={() => setWhole(true)}>
          {t('more-values', { count: values.length - shown.length })}
        </button>
      )}
    </fieldset>
  );
}

/** What a value of a field is called. */
function useValueName(field: ValueField): (value: string) => string {
  const { t, language } = useText('search');
  const { t: materials } = useText('materials');
  return (value) => {
    if (field === 'kind') return t(`kinds.${value}` as 'kinds.material');
    if (field === 'families') return materials(`families.${value}` as 'families.citrus');
    if (field === 'roles') return materials(`roles.${value}` as 'roles.top');
    if (field === 'seasons') return t(`seasons.${value}` as 'seasons.spring');
    if (field === 'genders') return t(`genders.${value}` as 'genders.unisex');
    if (field === 'passes') return t('category', { category: value });
    if (field !== 'origins') return value;
    const product = findProductType(value);
    return product ? inLanguage(product.name, language) : materials(`kinds.${value}` as 'kinds.natural');
  };
}

interface BoundsProps extends Props {
  readonly field: NumberField;
}

function Bounds({ field, found, filters, onFilters }: BoundsProps) {
  const { t } = useText('search');
  const numbers = useNumbers();
  const range = found.ranges.find((one) => one.field === field);
  const set = rangeIn(filters, field);
  if (!range && set.min === undefined && set.max === undefined) return null;
  const unit = field === 'pricePerKg' ? `${found.currency}/kg` : t(`unit.${field as 'stock'}`);
  const input = (end: 'min' | 'max') => {
    const value = set[end];
    const hint = range && numbers.plain(decimalOf(range[end]));
    return (
      <input
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        aria-label={t(end === 'min' ? 'at-least-of' : 'at-most-of', { what: t(`numbers.${field}`), unit })}
        placeholder={hint}
        value={value ?? ''}
        onChange={(event) => {
          const number = event.target.valueAsNumber;
          onFilters(bounded(filters, field, { end, value: Number.isFinite(number) ? number : undefined }));
        }}
      />
    );
  };
  return (
    <div className={styles.bounds}>
      <span>
        {t(`numbers.${field}`)} <span className={styles.count}>{unit}</span>
      </span>
      <span className={styles.boundInputs}>
        {input('min')}–{input('max')}
      </span>
    </div>
  );
}
