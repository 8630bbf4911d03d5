/** @file Secondary amines, which nitrosating preservatives turn into nitrosamines. */
import type { Rule } from './circumstances.ts';
import { pooled, whereOf } from './substances.ts';

/** One finding per secondary amine, whatever the amount; weighed for itself it weighs more than as a trace in an oil. */
export const nitrosamines: Rule = ({ substances }) =>
  pooled(substances.filter(({ groups }) => groups.has('secondary-amine'))).map((amine) => ({
    rule: 'nitrosamine',
    weight: amine.members.some(({ isConstituent }) => !isConstituent) ? 'watch' : 'know',
    ...whereOf(amine.members),
    reason: {
      en: `${amine.name.en} is a secondary amine: with nitrosating preservatives it forms nitrosamines.`,
      ko: `${amine.name.ko || amine.name.en}은(는) 2차 아민이다. 나이트로소화 보존제와 만나면 나이트로사민이 생긴다.`,
    },
    advice: {
      en: 'Tell whoever makes the product, and keep it away from nitrites, bronopol and bronidox.',
      ko: '제품을 만드는 쪽에 알리고, 아질산염, 브로노폴, 브로니독스와 함께 쓰지 않는다.',
    },
    source: {
      en: 'IFRA Standards, 51st Amendment: amines that form nitrosamines (specifications).',
      ko: 'IFRA 기준 51차 개정: 나이트로사민을 만드는 아민(규격).',
    },
    amounts: [{ what: { en: 'In the product', ko: '제품 안에' }, kind: 'percent', value: 100 * amine.share }],
  }));
