import type { Weighed } from '#contract/substitutes.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './substitutes.module.css';

/** The verdict in a word, with its icon. */
export function ProposalVerdict({ weighed: { verdict } }: { readonly weighed: Weighed }) {
  const { t } = useText('substitutes');
  return (
    <span className={styles.verdict}>
      <ToneIcon tone={verdict} size={14} /> {t(`verdict-is.${verdict}`)}
    </span>
  );
}

/** The cost of the batch, as far as it is known. */
export function ProposalCost({ weighed: { cost, currency, isCostComplete } }: { readonly weighed: Weighed }) {
  const { t } = useText('substitutes');
  const numbers = useNumbers();
  if (decimal(cost) === 0n && !isCostComplete) return t('unpriced');
  const money = numbers.money(cost, currency);
  return isCostComplete ? money : t('at-least', { money });
}
