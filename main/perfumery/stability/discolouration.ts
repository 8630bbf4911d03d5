/** @file Materials that colour a product by themselves, each with the share from which it is seen. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Rule } from './circumstances.ts';
import { tradeKnowledge } from './finding.ts';
import { isOneOf, percentTogether, whereOf } from './substances.ts';

interface Colour {
  readonly cas: ReadonlySet<string>;
  /** % of the product from which it is likely, and from which it is worth a word: our judgement. */
  readonly likely: number;
  readonly slight: number;
  readonly reason: InTwoLanguages;
}

const colours: readonly Colour[] = [
  {
    cas: new Set(['121-33-5', '121-32-4']),
    likely: 0.1,
    slight: 0.01,
    reason: {
      en: 'Vanillin and ethyl vanillin turn brown, sooner with amines, light, iron or alkali.',
      ko: '바닐린과 에틸바닐린은 갈색으로 변한다. 아민, 빛, 철, 알칼리가 있으면 더 빠르다.',
    },
  },
  {
    cas: new Set(['120-72-9', '83-34-1']),
    likely: 0.02,
    slight: 0.001,
    reason: {
      en: 'Indole and skatole turn pink to brown in light and air.',
      ko: '인돌과 스카톨은 빛과 공기에서 분홍에서 갈색으로 변한다.',
    },
  },
  {
    cas: new Set(['97-53-0', '97-54-1', '5932-68-3', '120-57-0']),
    likely: 1,
    slight: 0.1,
    reason: {
      en: 'Eugenol, isoeugenol and heliotropin darken slowly.',
      ko: '유제놀, 아이소유제놀, 헬리오트로핀은 천천히 짙어진다.',
    },
  },
];

/** One finding per kind of colouring that there is enough of. */
export const discolouration: Rule = ({ substances }) =>
  colours.flatMap(({ cas, likely, slight, reason }) => {
    const found = substances.filter((one) => isOneOf(one, cas));
    const percent = percentTogether(found);
    if (percent < slight) return [];
    return [
      {
        rule: 'discolouration' as const,
        weight: percent >= likely ? ('watch' as const) : ('know' as const),
        ...whereOf(found),
        reason,
        advice: {
          en: 'Keep from light and iron, use a chelating agent or a UV filter in clear glass, or tint the product; judge the colour after four weeks at 40 °C.',
          ko: '빛과 철을 피하고, 투명 병에는 킬레이트제나 자외선 차단제를 쓰거나 제품에 색을 준다. 40 °C에서 4주 뒤 색을 확인한다.',
        },
        source: tradeKnowledge,
        amounts: [{ what: { en: 'In the product', ko: '제품 안에' }, kind: 'percent' as const, value: percent }],
      },
    ];
  });
