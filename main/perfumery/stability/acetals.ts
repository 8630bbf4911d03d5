/** @file Aldehydes that alcohol softens on maceration: hemiacetals first, acetals in time. */
import type { Rule } from './circumstances.ts';
import { tradeKnowledge } from './finding.ts';
import { isOneOf, percentTogether, whereOf } from './substances.ts';

const ethanol = new Set(['64-17-5']);
const citral = new Set(['5392-40-5', '141-27-5', '106-26-3']);
/** % of the product that alcohol must be, and that aldehydes must reach: our judgement. */
const mostlyAlcohol = 40;
const slight = 0.005;

/** One finding where fatty aldehydes or citral stand in alcohol. */
export const acetals: Rule = ({ substances }) => {
  const found = substances.filter((one) => one.groups.has('fatty-aldehyde') || isOneOf(one, citral));
  const percent = percentTogether(found);
  const alcohol = percentTogether(substances.filter((one) => isOneOf(one, ethanol)));
  if (alcohol < mostlyAlcohol || percent < slight) return [];
  return [
    {
      rule: 'acetal',
      weight: 'know',
      ...whereOf(found),
      reason: {
        en: 'Fatty aldehydes and citral bind alcohol as it matures: the sharp opening softens within weeks.',
        ko: '지방족 알데하이드와 시트랄은 숙성 중 알코올과 결합한다. 날카로운 첫향이 몇 주 안에 부드러워진다.',
      },
      advice: {
        en: 'Judge the opening after two to four weeks of maceration, not fresh.',
        ko: '첫향은 갓 만든 것이 아니라 2~4주 숙성 뒤에 판단한다.',
      },
      source: tradeKnowledge,
      amounts: [{ what: { en: 'In the product', ko: '제품 안에' }, kind: 'percent', value: percent }],
    },
  ];
};
