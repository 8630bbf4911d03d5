/** @file The verdict in one category, large: the word, the highest dosage, what limits it, who brings it and what mends it. */
import Button from '@mui/material/Button';
import { type ReactNode, useId } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { CategoryAnswer, SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { ToneIcon, toneClass } from '#renderer/ui/tone.tsx';
import { Fixes } from './fixes.tsx';
import styles from './hero.module.css';
import { Limiting } from './limiting.tsx';
import { toneOf } from './tone-of.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly answer: SafetyAnswer;
  readonly category: Category;
  readonly product: Product;
  readonly names: Names;
  readonly onBack: () => void;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  readonly mending?: ReactNode;
}

export function Hero({ recipeId, answer, category, product, names, onBack, onShowLines, mending }: Props) {
  const { t, language } = useText('safety');
  const numbers = useNumbers();
  const headingId = useId();
  const current = answer.categories.find((one) => one.category === category);
  if (!current) return null;

  const tone = toneOf(current);
  const unknownLines = [...new Set(answer.unknowns.flatMap(({ blocks, lineId }) => (blocks ? [lineId] : [])))];
  const isProduct = category === product.category;
  const type = isProduct ? findProductType(product.type) : undefined;
  const title = type ? inLanguage(type.name, language) : t(`category.${category}.title`);
  return (
    <section data-verdict={current.verdict} aria-labelledby={headingId} className={`${styles.hero} ${toneClass(tone)}`}>
      {!isProduct && (
        <p className={styles.elsewhere}>
          <span>{t('looking-at', { category: product.category })}</span>
          <Button size="small" onClick={onBack}>
            {t('back-to-product')}
          </Button>
        </p>
      )}
      <div className={styles.top}>
        <ToneIcon tone={tone} size={30} />
        <div className={styles.words}>
          <h2 id={headingId} className={styles.verdict}>
            {t(`is.${tone}`)}
          </h2>
          <p className={styles.product}>
            {t('at-dosage', { title, category, dosage: numbers.percent(answer.dosage, 5) })}
          </p>
        </div>
        <HighestDosage current={current} isCertain={unknownLines.length === 0} />
      </div>
      {unknownLines.length > 0 && <UnknownLines lineIds={unknownLines} onShowLines={onShowLines} />}
      <Limiting answer={answer} current={current} names={names} onShowLines={onShowLines} />
      <Fixes recipeId={recipeId} current={current} names={names} />
      {(current.verdict === 'over-limit' || current.verdict === 'prohibited') && mending}
    </section>
  );
}

interface HighestDosageProps {
  readonly current: CategoryAnswer;
  /** Whether everything in the formula is known well enough for the figure to be final. */
  readonly isCertain: boolean;
}

function HighestDosage({ current: { highestDosage }, isCertain }: HighestDosageProps) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const shown =
    highestDosage === undefined
      ? t('highest-dosage-none')
      : highestDosage === '100'
        ? t('highest-dosage-any')
        : numbers.percentExact(highestDosage);
  return (
    <dl className={styles.highest}>
      <dt>{t(isCertain ? 'highest-dosage' : 'highest-dosage-known')}</dt>
      <dd>{shown}</dd>
    </dl>
  );
}

interface UnknownLinesProps {
  readonly lineIds: readonly LineId[];
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

function UnknownLines({ lineIds, onShowLines }: UnknownLinesProps) {
  const { t } = useText('safety');
  return (
    <p className={styles.unknown}>
      {t('unknown-why', { count: lineIds.length })}
      <Button size="small" color="inherit" onClick={() => onShowLines(lineIds)}>
        {t('show-lines')}
      </Button>
    </p>
  );
}
