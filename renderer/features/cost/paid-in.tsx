import type { Cost } from '#perfumery/cost/cost.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import rows from '#renderer/ui/rows.module.css';

/** What the batch costs in each currency it was paid in; nothing to say where that is the one of the sums. */
export function PaidIn({ cost }: { readonly cost: Cost }) {
  const { t } = useText('numbers');
  const numbers = useNumbers();
  const isForeign = cost.paidIn.some(({ currency }) => currency !== cost.currency);
  if (!isForeign) return null;
  const unconverted = new Set(
    cost.unpriced.flatMap(({ why, currency }) => (why === 'no-rate' && currency ? [currency] : [])),
  );
  const paid = cost.paidIn.map(({ currency, batch }) => numbers.money(batch, currency)).join(' + ');
  return (
    <p className={rows.footnote}>
      {t('cost-paid-in')}: {paid}.{' '}
      {unconverted.size > 0 ? t('cost-unconverted', { currencies: [...unconverted].join(', ') }) : t('cost-rates')}
    </p>
  );
}
