/** @file The verdict by IFRA: for the product's category or another one that is looked at, in all 18, and finding by finding. */
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { Category } from '#perfumery/safety/category.ts';
import { useAnswer } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useNames } from '#renderer/shared/names.ts';
import { useText } from '#renderer/shared/text.ts';
import { CategoryStrip } from './category-strip.tsx';
import { FindingList } from './finding-list.tsx';
import { Hero } from './hero.tsx';
import { LotsUsed } from './lots-used.tsx';
import styles from './verdict.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  /** What else mends a verdict, beside the fixes. */
  readonly mending?: ReactNode;
  /** The way to the tables it judges by. */
  readonly tables?: ReactNode;
}

/** The first thing at the side of the bench: may this perfume be sold as this product, and what to do if not. */
export function VerdictPanel({ recipeId, onShowLines, mending, tables }: Props) {
  const { t } = useText('safety');
  const answer = useAnswer(recipeId);
  const product = useBench(({ sheets }) => sheets[recipeId]?.recipe.product);
  const isEmpty = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines.length === 0);
  const names = useNames(recipeId);
  const [looked, setLooked] = useState<{ readonly at: Category; readonly from: Category }>();
  const own = product?.category;
  const lookAt = useCallback((at: Category) => setLooked(own && { at, from: own }), [own]);
  // The verdict itself is drawn with the keystroke, the long list under it as soon as there is time.
  const later = useDeferredValue(useMemo(() => answer && { answer, names }, [answer, names]));
  if (!answer || !product || !later) return null;

  if (isEmpty) return <p className={styles.empty}>{t('no-formula')}</p>;

  // What was looked at is forgotten as soon as the product moves to another category.
  const category = looked?.from === product.category ? looked.at : product.category;
  return (
    <div className={styles.panel}>
      <Hero
        recipeId={recipeId}
        answer={answer}
        category={category}
        product={product}
        names={names}
        onBack={() => lookAt(product.category)}
        onShowLines={onShowLines}
        mending={category === product.category ? mending : undefined}
      />
      <CategoryStrip
        answers={answer.categories}
        category={category}
        productCategory={product.category}
        onLookAt={lookAt}
      />
      <LotsUsed recipeId={recipeId} />
      <FindingList {...later} category={category} onShowLines={onShowLines} tables={tables} />
    </div>
  );
}
