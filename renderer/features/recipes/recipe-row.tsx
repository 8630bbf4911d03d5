import type { RecipeLabel } from '#perfumery/formula/label.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './recipe-list.module.css';
import { timeAgo } from './time-ago.ts';

/** The cells of one recipe but the last, which holds its menu. */
export function RecipeRow({ head, label }: { readonly head: RecipeHead; readonly label: RecipeLabel | undefined }) {
  const { t, language } = useText('recipes');
  const { name, product, lineCount, trialCount, updated, isExample } = head;
  const type = findProductType(product.type);
  const spoken = inLanguage(name, language);
  const other = name[language === 'ko' ? 'en' : 'ko'];
  const exact = new Date(updated).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <>
      <span role="gridcell" className={styles.two}>
        <span>
          {label?.isFavourite && (
            <span className={styles.favourite} role="img" aria-label={t('favourite')}>
              <Icon name="star" size={13} />
            </span>
          )}
          <bdi className={spoken ? styles.name : styles.untitled}>{spoken || t('untitled')}</bdi>
          {isExample && <span className={styles.badge}>{t('example')}</span>}
          {label?.tags.map((tag) => (
            <span key={tag} className={styles.badge}>
              {tag}
            </span>
          ))}
        </span>
        {other && other !== spoken && <bdi className={styles.quiet}>{other}</bdi>}
      </span>
      <span role="gridcell" className={styles.two}>
        <span>{type ? inLanguage(type.name, language) : product.type}</span>
        <span className={styles.quiet}>{t('category', { category: product.category })}</span>
      </span>
      <span role="gridcell" className={styles.end}>
        {lineCount}
      </span>
      <span role="gridcell" className={styles.end}>
        {trialCount}
      </span>
      <span role="gridcell" className={styles.two}>
        <span>{timeAgo(updated, Date.now(), language) || t('just-now')}</span>
        <time className={styles.quiet} dateTime={updated}>
          {exact}
        </time>
      </span>
    </>
  );
}
