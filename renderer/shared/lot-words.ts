import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import { useNumbers } from './number.ts';
import { useText } from './text.ts';

/** How the composition of a lot is named where it judges: which lot, from an analysis or a certificate, and of which day. */
export function useLotWords(): (lot: LotComposition) => string {
  const { t } = useText('safety');
  const numbers = useNumbers();
  return ({ lot, origin, date }) =>
    [t('lot-mark', { lot }), t(`lot-origin.${origin}`), date && numbers.day(date)].filter(Boolean).join(', ');
}
