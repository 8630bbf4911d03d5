/** @file Materials that do not bear the product they go into: acids, alkalis. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Rule } from './circumstances.ts';
import { type StabilityRule, tradeKnowledge } from './finding.ts';
import { surroundingsOf } from './product-chemistry.ts';
import { isOneOf, percentTogether, type Substance, whereOf } from './substances.ts';

interface Sensitive {
  readonly rule: StabilityRule & ('acid' | 'alkali');
  readonly fits: (substance: Substance) => boolean;
  readonly reason: InTwoLanguages;
}

const acidSensitive = new Set([
  ...['5392-40-5', '141-27-5', '106-26-3', '78-70-6', '115-95-7', '106-24-1', '106-25-2'],
  ...['127-41-3', '14901-07-6', '79-77-6', '127-51-5'],
]);
const coumarin = new Set(['91-64-5']);

const sensitive: readonly Sensitive[] = [
  {
    rule: 'acid',
    fits: (one) => isOneOf(one, acidSensitive),
    reason: {
      en: 'Citral, linalool and its ester, geraniol and the ionones rearrange in acid: the smell turns to pine and cumin.',
      ko: '시트랄, 리날로올과 그 에스터, 제라니올, 이오논은 산에서 재배열한다. 소나무와 쿠민 냄새로 변한다.',
    },
  },
  {
    rule: 'acid',
    fits: ({ groups }) => groups.has('acetal'),
    reason: {
      en: 'Acetals come apart in acid and give back their aldehyde or ketone.',
      ko: '아세탈은 산에서 풀려 알데하이드나 케톤으로 돌아간다.',
    },
  },
  {
    rule: 'alkali',
    fits: ({ groups }) => groups.has('ester') && !groups.has('salicylate'),
    reason: {
      en: 'Esters are split by alkali, acetates and formates first.',
      ko: '에스터는 알칼리에서 갈라진다. 아세테이트와 포메이트가 먼저다.',
    },
  },
  {
    rule: 'alkali',
    fits: ({ groups }) => groups.has('aldehyde'),
    reason: {
      en: 'Aldehydes condense with one another in alkali; they weaken and yellow.',
      ko: '알데하이드는 알칼리에서 서로 축합해 약해지고 노랗게 변한다.',
    },
  },
  {
    rule: 'alkali',
    fits: (one) => one.groups.has('salicylate') || one.groups.has('phenol') || isOneOf(one, coumarin),
    reason: {
      en: 'Salicylates, phenols and coumarin form salts in alkali: the smell weakens, and colour comes up with iron.',
      ko: '살리실레이트, 페놀, 쿠마린은 알칼리에서 염이 된다. 향이 약해지고 철과 만나면 색이 난다.',
    },
  },
];
/** % of the product below which it is not worth a word: our judgement. */
const slight = 0.01;
const likely = 0.1;

/** What does not bear the acid or alkali of this kind of product. Nothing where it is neither. */
export const acidAndAlkali: Rule = ({ substances, product }) => {
  const surroundings = surroundingsOf(product.type);
  if (surroundings === 'neutral') return [];
  const rule = surroundings === 'acid' ? 'acid' : 'alkali';
  return sensitive
    .filter((one) => one.rule === rule)
    .flatMap(({ fits, reason }) => {
      const found = substances.filter(fits);
      const percent = percentTogether(found);
      if (percent < slight) return [];
      return [
        {
          rule,
          weight: percent >= likely ? ('watch' as const) : ('know' as const),
          ...whereOf(found),
          reason,
          advice: {
            en: 'Test in the base at 40 °C for four weeks beside one kept cold; move the effect to materials that bear it, such as ethers, nitriles or musks.',
            ko: '베이스에 넣어 40 °C에서 4주, 찬 곳의 시료와 견준다. 견디는 원료(에터, 나이트릴, 머스크)로 옮긴다.',
          },
          source: tradeKnowledge,
          amounts: [{ what: { en: 'In the product', ko: '제품 안에' }, kind: 'percent' as const, value: percent }],
        },
      ];
    });
};
