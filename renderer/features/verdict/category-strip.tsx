/** @file All 18 categories side by side: a column each, as high as its nearest limit is used up. */
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import type { CategoryAnswer } from '#perfumery/safety/answer.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import { useText } from '#renderer/shared/text.ts';
import { fillOf, seen } from '#renderer/ui/fill-of.ts';
import { type Tone, ToneIcon, toneClass } from '#renderer/ui/tone.tsx';
import styles from './category-strip.module.css';
import { toneOf } from './tone-of.ts';

interface Props {
  readonly answers: readonly CategoryAnswer[];
  /** The one that is looked at. */
  readonly category: Category;
  readonly productCategory: Category;
  readonly onLookAt: (category: Category) => void;
}

/** The strip of categories: a choice of one, by click or by arrow keys, that leaves the product as it is. */
export function CategoryStrip({ answers, category, productCategory, onLookAt }: Props) {
  const { t } = useText('safety');
  const headingId = useId();
  const strip = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Category>();
  const told = pointed ?? category;
  const step = (event: KeyboardEvent) => {
    const to = stepTo(event.key, category);
    if (!to) return;
    event.preventDefault();
    onLookAt(to);
    strip.current?.querySelector<HTMLElement>(`[data-category="${to}"]`)?.focus();
  };
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {t('all-categories')}
      </h3>
      <div
        ref={strip}
        role="radiogroup"
        aria-labelledby={headingId}
        className={styles.strip}
        onKeyDown={step}
        onPointerLeave={() => setPointed(undefined)}
      >
        {answers.map((answer) => (
          <Column
            key={answer.category}
            category={answer.category}
            tone={toneOf(answer)}
            ratio={seen(heightOf(answer))}
            isLookedAt={answer.category === category}
            isProduct={answer.category === productCategory}
            onLookAt={onLookAt}
            onPoint={setPointed}
          />
        ))}
      </div>
      <p className={styles.told}>
        <b>
          {told} {t(`category.${told}.title`)}
        </b>
        <span>{t(`category.${told}.products`)}</span>
        {told === productCategory && <em>{t('product-category')}</em>}
      </p>
    </section>
  );
}

/** What is not known is never drawn over the limit, and what is prohibited fills its column. */
function heightOf({ verdict, ratio }: CategoryAnswer): number {
  if (verdict === 'prohibited') return Number.POSITIVE_INFINITY;
  return verdict === 'unknown' ? Math.min(ratio, 1) : ratio;
}

interface ColumnProps {
  readonly category: Category;
  readonly tone: Tone;
  readonly ratio: number;
  readonly isLookedAt: boolean;
  readonly isProduct: boolean;
  readonly onLookAt: (category: Category) => void;
  readonly onPoint: (category: Category | undefined) => void;
}

/** One category. Drawn anew only when something that is seen changes. */
const Column = memo(function Column(props: ColumnProps) {
  const { category, tone, ratio, isLookedAt, isProduct, onLookAt, onPoint } = props;
  const { t } = useText('safety');
  const title = t(`category.${category}.title`);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isLookedAt}
      aria-label={t('category-label', { category, title, state: t(`state-${tone}`) })}
      tabIndex={isLookedAt ? 0 : -1}
      data-category={category}
      className={`${styles.column} ${toneClass(tone)} ${isProduct ? styles.product : ''}`}
      onClick={() => onLookAt(category)}
      onPointerEnter={() => onPoint(category)}
      onFocus={() => onPoint(category)}
      onBlur={() => onPoint(undefined)}
    >
      <span className={styles.name}>{category}</span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ blockSize: `${fillOf(ratio) * 100}%` }} />
      </span>
      <ToneIcon tone={tone} size={12} />
    </button>
  );
});

function stepTo(key: string, from: Category): Category | undefined {
  const at = categories.indexOf(from);
  const last = categories.length - 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return categories[at === last ? 0 : at + 1];
  if (key === 'ArrowLeft' || key === 'ArrowUp') return categories[at === 0 ? last : at - 1];
  if (key === 'Home') return categories[0];
  if (key === 'End') return categories[last];
  return undefined;
}
