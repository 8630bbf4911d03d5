import type { Cost } from '#perfumery/cost/cost.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './cost.module.css';

/** The sums a perfumer asks for. What lacks a price somewhere is told as `at least`. */
export function CostSums({ cost, product }: { readonly cost: Cost; readonly product: Product }) {
  const { t } = useText('numbers');
  const numbers = useNumbers();
  const sum = (value: Decimal, { uncovered, perKilogram = false }: { uncovered: Decimal; perKilogram?: boolean }) => {
    const plain = numbers.money(value, cost.currency);
    const money = perKilogram ? t('per-kilogram', { money: plain }) : plain;
    return uncovered > 0n ? t('at-least', { money }) : money;
  };
  const { uncoveredOfConcentrate, uncoveredOfProduct } = cost;
  const assumed = cost.assumedDensities.length;
  return (
    <dl className={styles.sums}>
      <dt>{t('cost-concentrate')}</dt>
      <dd>{sum(cost.concentratePerKilogram, { uncovered: uncoveredOfConcentrate, perKilogram: true })}</dd>
      <dt>{t('cost-product')}</dt>
      <dd>{sum(cost.productPerKilogram, { uncovered: uncoveredOfProduct, perKilogram: true })}</dd>
      <dt>{t('cost-batch', { mass: numbers.gram(product.batch) })}</dt>
      <dd>{sum(cost.batch, { uncovered: uncoveredOfProduct })}</dd>
      <dt className={styles.main}>
        {t('cost-bottle', { volume: numbers.millilitre(product.bottle) })}
        <span>
          {t('cost-bottle-note', { mass: numbers.gram(cost.bottleMass), density: numbers.plain(cost.density) })}
          {assumed > 0 && ` · ${t('density-assumed', { count: assumed })}`}
        </span>
      </dt>
      <dd className={styles.main}>{sum(cost.bottle, { uncovered: uncoveredOfProduct })}</dd>
    </dl>
  );
}
