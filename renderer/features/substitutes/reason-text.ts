/** @file Why a material is like another, in words. */
import type { Neighbour } from '#contract/substitutes.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';

/** Closer than this and two figures are told as the same. */
const same = 1.25;

/** The reasons of a neighbour in one line. `word` names a descriptor. */
export function useReasonText(word: (id: string) => string): (neighbour: Neighbour) => string {
  const { t, language } = useText('substitutes');
  const numbers = useNumbers();
  const compared = (what: 'volatility' | 'use', ratio: number): string => {
    if (ratio < same && ratio > 1 / same) return t(`reason.${what}-same`);
    const times = numbers.plain(decimalOf(ratio > 1 ? ratio : 1 / ratio), 2);
    return t(ratio > 1 ? `reason.${what}-more` : `reason.${what}-less`, { times });
  };
  return ({ reasons }) =>
    reasons
      .map((reason) => {
        switch (reason.why) {
          case 'named':
            return inLanguage(reason.note, language).replace(/\.$/, '');
          case 'odour':
            return t('reason.odour', { words: reason.shared.map(word).join(', ') });
          case 'family':
            return t('reason.family');
          case 'role':
            return t('reason.role');
          case 'volatility':
          case 'use':
            return compared(reason.why, reason.ratio);
        }
        return '';
      })
      .filter((text) => text !== '')
      .join(' · ');
}
