/** @file Terpenes that take up oxygen to hydroperoxides, which sensitise skin; and whether an antioxidant is there. */
import type { Rule } from './circumstances.ts';
import { isOneOf, percentTogether, whereOf } from './substances.ts';

/** Limonenes, linalools, linalyl acetate, pinenes, carene and the terpinenes. */
const oxidise = new Set([
  ...['5989-27-5', '5989-54-8', '138-86-3', '78-70-6', '126-91-0', '126-90-9', '115-95-7', '80-56-8', '7785-70-8'],
  ...['7785-26-4', '127-91-3', '18172-67-3', '13466-78-9', '99-85-4', '99-86-5', '586-62-9'],
]);
/** BHT, BHA and the tocopherols; not their acetate, which does nothing here. */
const antioxidants = new Set(['128-37-0', '25013-16-5', '59-02-9', '10191-41-0', '1406-18-4', '54-28-4', '119-13-1']);
/** % of the product below which it is not worth a word: our judgement. */
const slight = 0.1;
/** Of the material that oxidises. */
const enough = 0.001;

/** One finding, unless an antioxidant of a thousandth of what oxidises is in the formula. */
export const autoxidation: Rule = ({ substances }) => {
  const found = substances.filter((one) => isOneOf(one, oxidise));
  const percent = percentTogether(found);
  const guard = percentTogether(substances.filter((one) => isOneOf(one, antioxidants)));
  const needed = percent * enough;
  if (percent < slight || guard >= needed) return [];
  return [
    {
      rule: 'autoxidation',
      weight: guard === 0 ? 'watch' : 'know',
      ...whereOf(found),
      reason: {
        en: 'These terpenes oxidise in air to hydroperoxides, which sensitise skin and smell of turpentine.',
        ko: '이 테르펜들은 공기에서 산화해 하이드로퍼옥사이드가 된다. 피부를 감작하고 테레빈유 냄새가 난다.',
      },
      advice: {
        en: 'Add 0.1 % of BHT or alpha-tocopherol to the materials when they arrive, keep them cold and full, and check the peroxide value: under 20 mmol/L, for pine oils under 10.',
        ko: '원료가 들어오면 BHT나 알파 토코페롤 0.1 %를 넣고, 차게 가득 채워 두며, 과산화물가를 확인한다. 20 mmol/L 미만, 소나무 오일은 10 미만.',
      },
      source: {
        en: 'IFRA Standards, 51st Amendment: limonene, linalool, Pinacea derivatives (specifications).',
        ko: 'IFRA 기준 51차 개정: 리모넨, 리날로올, 소나무과 유도체(규격).',
      },
      amounts: [
        { what: { en: 'Oxidises', ko: '산화하는 것' }, kind: 'percent', value: percent },
        { what: { en: 'Antioxidant there', ko: '들어 있는 산화방지제' }, kind: 'percent', value: guard },
        { what: { en: 'Antioxidant wanted', ko: '필요한 산화방지제' }, kind: 'percent', value: needed },
      ],
    },
  ];
};
