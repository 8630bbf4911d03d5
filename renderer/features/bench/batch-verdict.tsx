import type { StudioClient } from '#contract/contract.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';

type Judged = Awaited<ReturnType<StudioClient['stock']['plan']>>['judged'];

interface Props {
  readonly judged: Judged;
  readonly nameOf: (materialId: string) => string;
}

/** What a batch is judged to be by the lots it is weighed from; nothing where no lot has a composition of its own. */
export function BatchVerdict({ judged, nameOf }: Props) {
  const { t } = useText('stock');
  const { t: safety } = useText('safety');
  const numbers = useNumbers();
  const { verdict, euLaw, onBench, lots } = judged;
  if (lots.length === 0) return null;
  const isOther = verdict !== onBench.verdict || euLaw !== onBench.euLaw;
  const lotOf = ({ materialId, lot, date }: Judged['lots'][number]) =>
    date
      ? safety('by-lot-of', { name: nameOf(materialId), lot, date: numbers.day(date) })
      : safety('by-lot', { name: nameOf(materialId), lot });
  return (
    <p className={isOther ? `${table.hint} ${table.warn}` : table.hint} role="status">
      <b>
        {t('batch-verdict', {
          verdict: safety(`is.${verdict}`),
          eu: safety(`eu.${euLaw === 'over-limit' ? 'prohibited' : euLaw}`),
        })}
      </b>{' '}
      {isOther && t('batch-verdict-bench', { verdict: safety(`is.${onBench.verdict}`) })} {t('batch-lots')}{' '}
      {lots.map(lotOf).join(', ')}
    </p>
  );
}
