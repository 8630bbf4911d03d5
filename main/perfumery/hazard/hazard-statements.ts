/**
 * @file The hazard statements a safety data sheet may name, with the sentence of the law in English (Regulation (EC) 1272/2008,
 * Annex III; UN GHS for those the EU has not taken over) and in Korean (화학물질의 분류·표시 및 물질안전보건자료에 관한 기준; ours where
 * Korea has none), and the categories each stands for.
 */
import type { InTwoLanguages } from '#perfumery/material/material.ts';

export interface HazardStatement extends InTwoLanguages {
  /** Categories that may be named with it, strongest first. */
  readonly categories: readonly string[];
  /** What may be said beside: a multiplying factor, or an acute toxicity estimate in mg/kg. */
  readonly takes?: 'factor' | 'ate';
}

function says(categories: string, en: string, ko: string, takes?: HazardStatement['takes']): HazardStatement {
  return { categories: categories.split(' ').filter(Boolean), en, ko, ...(takes && { takes }) };
}

export const hazardStatements: Readonly<Record<string, HazardStatement>> = {
  H224: says('1', 'Extremely flammable liquid and vapour', '극인화성 액체 및 증기'),
  H225: says('2', 'Highly flammable liquid and vapour', '고인화성 액체 및 증기'),
  H226: says('3', 'Flammable liquid and vapour', '인화성 액체 및 증기'),
  H227: says('4', 'Combustible liquid', '가연성 액체'),
  H228: says('1 2', 'Flammable solid', '인화성 고체'),
  H242: says('', 'Heating may cause a fire', '가열하면 화재를 일으킬 수 있음'),
  H251: says('1', 'Self-heating: may catch fire', '자기발열성; 화재를 일으킬 수 있음'),
  H252: says('2', 'Self-heating in large quantities; may catch fire', '대량으로 자기발열성; 화재를 일으킬 수 있음'),
  H271: says('1', 'May cause fire or explosion; strong oxidiser', '화재 또는 폭발을 일으킬 수 있음; 강산화제'),
  H272: says('2 3', 'May intensify fire; oxidiser', '화재를 강렬하게 함; 산화제'),
  H290: says('1', 'May be corrosive to metals', '금속을 부식시킬 수 있음'),
  H300: says('1 2', 'Fatal if swallowed', '삼키면 치명적임', 'ate'),
  H301: says('3', 'Toxic if swallowed', '삼키면 유독함', 'ate'),
  H302: says('4', 'Harmful if swallowed', '삼키면 유해함', 'ate'),
  H303: says('5', 'May be harmful if swallowed', '삼키면 유해할 수 있음', 'ate'),
  H304: says('1', 'May be fatal if swallowed and enters airways', '삼켜서 기도로 유입되면 치명적일 수 있음'),
  H305: says('2', 'May be harmful if swallowed and enters airways', '삼켜서 기도로 유입되면 유해할 수 있음'),
  H310: says('1 2', 'Fatal in contact with skin', '피부와 접촉하면 치명적임', 'ate'),
  H311: says('3', 'Toxic in contact with skin', '피부와 접촉하면 유독함', 'ate'),
  H312: says('4', 'Harmful in contact with skin', '피부와 접촉하면 유해함', 'ate'),
  H313: says('5', 'May be harmful in contact with skin', '피부와 접촉하면 유해할 수 있음', 'ate'),
  H314: says('1A 1B 1C 1', 'Causes severe skin burns and eye damage', '피부에 심한 화상과 눈에 손상을 일으킴'),
  H315: says('2', 'Causes skin irritation', '피부에 자극을 일으킴'),
  H316: says('3', 'Causes mild skin irritation', '피부에 약한 자극을 일으킴'),
  H317: says('1A 1B 1', 'May cause an allergic skin reaction', '알레르기성 피부 반응을 일으킬 수 있음'),
  H318: says('1', 'Causes serious eye damage', '눈에 심한 손상을 일으킴'),
  H319: says('2 2A', 'Causes serious eye irritation', '눈에 심한 자극을 일으킴'),
  H320: says('2B', 'Causes eye irritation', '눈에 자극을 일으킴'),
  H330: says('1 2', 'Fatal if inhaled', '흡입하면 치명적임'),
  H331: says('3', 'Toxic if inhaled', '흡입하면 유독함'),
  H332: says('4', 'Harmful if inhaled', '흡입하면 유해함'),
  H333: says('5', 'May be harmful if inhaled', '흡입하면 유해할 수 있음'),
  H334: says(
    '1A 1B 1',
    'May cause allergy or asthma symptoms or breathing difficulties if inhaled',
    '흡입 시 알레르기성 반응, 천식 또는 호흡 곤란 등을 일으킬 수 있음',
  ),
  H335: says('3', 'May cause respiratory irritation', '호흡기계 자극을 일으킬 수 있음'),
  H336: says('3', 'May cause drowsiness or dizziness', '졸음 또는 현기증을 일으킬 수 있음'),
  H340: says('1A 1B 1', 'May cause genetic defects', '유전적인 결함을 일으킬 수 있음'),
  H341: says('2', 'Suspected of causing genetic defects', '유전적인 결함을 일으킬 것으로 의심됨'),
  H350: says('1A 1B 1', 'May cause cancer', '암을 일으킬 수 있음'),
  H350i: says('1A 1B 1', 'May cause cancer by inhalation', '흡입하면 암을 일으킬 수 있음'),
  H351: says('2', 'Suspected of causing cancer', '암을 일으킬 것으로 의심됨'),
  H360: says('1A 1B 1', 'May damage fertility or the unborn child', '태아 또는 생식능력에 손상을 일으킬 수 있음'),
  H360F: says('1A 1B 1', 'May damage fertility', '생식능력에 손상을 일으킬 수 있음'),
  H360D: says('1A 1B 1', 'May damage the unborn child', '태아에 손상을 일으킬 수 있음'),
  H360FD: says(
    '1A 1B 1',
    'May damage fertility. May damage the unborn child',
    '생식능력에 손상을 일으킬 수 있음. 태아에 손상을 일으킬 수 있음',
  ),
  H360Fd: says(
    '1A 1B 1',
    'May damage fertility. Suspected of damaging the unborn child',
    '생식능력에 손상을 일으킬 수 있음. 태아에 손상을 일으킬 것으로 의심됨',
  ),
  H360Df: says(
    '1A 1B 1',
    'May damage the unborn child. Suspected of damaging fertility',
    '태아에 손상을 일으킬 수 있음. 생식능력에 손상을 일으킬 것으로 의심됨',
  ),
  H361: says(
    '2',
    'Suspected of damaging fertility or the unborn child',
    '태아 또는 생식능력에 손상을 일으킬 것으로 의심됨',
  ),
  H361f: says('2', 'Suspected of damaging fertility', '생식능력에 손상을 일으킬 것으로 의심됨'),
  H361d: says('2', 'Suspected of damaging the unborn child', '태아에 손상을 일으킬 것으로 의심됨'),
  H361fd: says(
    '2',
    'Suspected of damaging fertility. Suspected of damaging the unborn child',
    '생식능력에 손상을 일으킬 것으로 의심됨. 태아에 손상을 일으킬 것으로 의심됨',
  ),
  H362: says('', 'May cause harm to breast-fed children', '모유를 먹는 아이에게 유해할 수 있음'),
  H370: says('1', 'Causes damage to organs', '장기에 손상을 일으킴'),
  H371: says('2', 'May cause damage to organs', '장기에 손상을 일으킬 수 있음'),
  H372: says(
    '1',
    'Causes damage to organs through prolonged or repeated exposure',
    '장기간 또는 반복 노출되면 장기에 손상을 일으킴',
  ),
  H373: says(
    '2',
    'May cause damage to organs through prolonged or repeated exposure',
    '장기간 또는 반복 노출되면 장기에 손상을 일으킬 수 있음',
  ),
  H400: says('1', 'Very toxic to aquatic life', '수생생물에 매우 유독함', 'factor'),
  H401: says('2', 'Toxic to aquatic life', '수생생물에 유독함'),
  H402: says('3', 'Harmful to aquatic life', '수생생물에 유해함'),
  H410: says(
    '1',
    'Very toxic to aquatic life with long lasting effects',
    '장기적인 영향에 의해 수생생물에게 매우 유독함',
    'factor',
  ),
  H411: says('2', 'Toxic to aquatic life with long lasting effects', '장기적인 영향에 의해 수생생물에게 유독함'),
  H412: says('3', 'Harmful to aquatic life with long lasting effects', '장기적인 영향에 의해 수생생물에게 유해함'),
  H413: says(
    '4',
    'May cause long lasting harmful effects to aquatic life',
    '장기적인 영향에 의해 수생생물에게 유해의 우려가 있음',
  ),
  H420: says(
    '1',
    'Harms public health and the environment by destroying ozone in the upper atmosphere',
    '대기 상층부의 오존층을 파괴하여 공공의 건강 및 환경에 유해함',
  ),
  EUH019: says('', 'May form explosive peroxides', '폭발성 과산화물을 형성할 수 있음'),
  EUH066: says(
    '',
    'Repeated exposure may cause skin dryness or cracking',
    '반복 노출되면 피부가 건조해지거나 갈라질 수 있음',
  ),
  EUH070: says('', 'Toxic by eye contact', '눈에 접촉하면 유독함'),
  EUH071: says('', 'Corrosive to the respiratory tract', '호흡기계를 부식시킴'),
  EUH208: says('', 'May produce an allergic reaction', '알레르기 반응을 일으킬 수 있음'),
  EUH380: says('1', 'May cause endocrine disruption in humans', '사람에게 내분비계 장애를 일으킬 수 있음'),
  EUH381: says(
    '2',
    'Suspected of causing endocrine disruption in humans',
    '사람에게 내분비계 장애를 일으킬 것으로 의심됨',
  ),
  EUH430: says('1', 'May cause endocrine disruption in the environment', '환경에서 내분비계 장애를 일으킬 수 있음'),
  EUH431: says(
    '2',
    'Suspected of causing endocrine disruption in the environment',
    '환경에서 내분비계 장애를 일으킬 것으로 의심됨',
  ),
};
