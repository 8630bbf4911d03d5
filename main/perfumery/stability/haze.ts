/** @file Oils and waxes that weak alcohol does not hold: haze, or a ring at the top. */
import { estimateLogP } from '#perfumery/volatility/estimate-log-p.ts';
import { unifacGroupsOf } from '#perfumery/volatility/unifac-groups.ts';
import type { Rule } from './circumstances.ts';
import { tradeKnowledge } from './finding.ts';

const ethanol = '64-17-5';
const water = '7732-18-5';
/** g/mL at 20 °C. */
const densities = { ethanol: 0.789, water: 0.998 };
/** % by volume below which oils with a log P over 5 separate. */
const strong = 80;
const oily = 5;
/** % of the product: our judgement. */
const likely = 1;
const slight = 0.1;

/** One finding where the alcohol of the product is under 80 % by volume and what it must hold is oily or waxy. */
export const haze: Rule = ({ mixture, materials }) => {
  const parts = mixture.portions.map((portion) => ({ ...portion, material: materials(portion.materialId) }));
  const shareOf = (cas: string) =>
    parts.reduce((sum, { material, share }) => (material?.cas.includes(cas) ? sum + share : sum), 0);
  const volumes = { ethanol: shareOf(ethanol) / densities.ethanol, water: shareOf(water) / densities.water };
  if (volumes.ethanol === 0 || volumes.water === 0) return [];
  const strength = (100 * volumes.ethanol) / (volumes.ethanol + volumes.water);
  if (strength >= strong) return [];
  const heavy = parts.filter(({ material }) => {
    if (!material || material.kind === 'solvent') return false;
    if (material.kind === 'natural') return /absolute|resinoid|concrete|balsam/i.test(material.name.en);
    const groups = material.smiles && unifacGroupsOf(material.smiles.value);
    return groups ? estimateLogP(groups) > oily : false;
  });
  const percent = 100 * heavy.reduce((sum, { share }) => sum + share, 0);
  if (percent < slight) return [];
  return [
    {
      rule: 'haze',
      weight: percent >= likely ? 'watch' : 'know',
      lineIds: [...new Set(heavy.flatMap(({ lineIds }) => lineIds))],
      materialIds: heavy.map(({ materialId }) => materialId),
      reason: {
        en: 'Alcohol this weak does not hold oily materials (log P over 5) and the waxes of absolutes: the product clouds, more so in the cold.',
        ko: '이렇게 약한 알코올은 기름진 원료(log P 5 초과)와 앱솔루트의 왁스를 녹여 두지 못한다. 흐려지며, 추우면 더하다.',
      },
      advice: {
        en: 'Raise the alcohol to 80 % by volume or more, add a solubiliser, or chill to 0 °C for two days and filter.',
        ko: '알코올을 80 vol% 이상으로 올리거나 가용화제를 넣거나, 0 °C에 이틀 두었다가 거른다.',
      },
      source: tradeKnowledge,
      amounts: [
        { what: { en: 'Alcohol strength', ko: '알코올 도수' }, kind: 'percent-by-volume', value: strength },
        { what: { en: 'Oily and waxy', ko: '기름지고 왁스진 것' }, kind: 'percent', value: percent },
      ],
    },
  ];
};
