/** @file What the evolution of a perfume rests on, said so that a perfumer can object to it. */
import type { MaterialId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';

const said = {
  surface: { en: '', ko: '' },
  'activity-unifac': {
    en: 'In the film materials hold one another back or drive one another out as UNIFAC predicts from their structure (Hansen and others 1991).',
    ko: '막 안에서 원료가 서로 붙들거나 밀어내는 정도를 구조에서 UNIFAC으로 예측한다(Hansen 외 1991).',
  },
  'activity-derived': {
    en: 'For these a group of UNIFAC is taken by difference of published ones.',
    ko: '이 원료는 UNIFAC의 공표된 기 사이의 차로 만든 기를 쓴다.',
  },
  'activity-ideal': {
    en: 'These evaporate as from an ideal liquid: their structure is not known, or not made of known groups.',
    ko: '이 원료는 구조를 모르거나 알려진 기로 나뉘지 않아 이상 용액으로 본다.',
  },
  'activity-all-ideal': {
    en: 'Everything evaporates as from an ideal liquid (Raoult).',
    ko: '모두 이상 용액으로 본다(라울 법칙).',
  },
  temperature: {
    en: 'Vapour pressures are known at 25 °C and carried to other temperatures by a heat of vaporisation estimated from them (Goss, Schwarzenbach 1999).',
    ko: '증기압은 25 °C 값이며, 그 값에서 추정한 증발열로 다른 온도에 옮긴다(Goss, Schwarzenbach 1999).',
  },
  diffusion: {
    en: 'Vapours spread through the still air by Fuller’s diffusivities; over it the air is clean.',
    ko: '증기는 Fuller 확산계수로 정지 공기층을 지나며, 그 위의 공기는 깨끗하다고 본다.',
  },
  'nose-at-film': {
    en: 'Smelled right at the film, as odour values are reckoned in the literature: an upper bound.',
    ko: '문헌의 냄새값처럼 막 바로 위에서 맡는다고 본다. 상한값이다.',
  },
  'nose-in-room': {
    en: 'Smelled in the air of the room, well mixed.',
    ko: '고르게 섞인 방 공기에서 맡는다고 본다.',
  },
  intensity: {
    en: 'Intensity is the odour value to the power of 0.35 (Stevens); a family adds the odour values of its materials.',
    ko: '강도는 냄새값의 0.35제곱이다(스티븐스). 계열은 원료의 냄새값을 더한다.',
  },
  'solvents-apart': {
    en: 'Solvents are left out of the dominant note.',
    ko: '용매는 지배적인 향에서 뺀다.',
  },
  'pressure-estimated': {
    en: 'The vapour pressure of these is estimated, often good to a factor of 2 or 3.',
    ko: '이 원료의 증기압은 추정값이며, 보통 2~3배까지 어긋날 수 있다.',
  },
  'pressure-unknown': {
    en: 'The vapour pressure of these is not known: they stay in the film and their smell is not reckoned.',
    ko: '이 원료는 증기압을 몰라 막에 남는 것으로 보고 냄새는 셈하지 않는다.',
  },
  'threshold-estimated': {
    en: 'The odour threshold of these is estimated from structure, often good to a factor of 10 only.',
    ko: '이 원료의 후각 역치는 구조에서 추정했으며, 보통 10배까지 어긋날 수 있다.',
  },
  'threshold-extrapolated': {
    en: 'These are larger than any molecule the threshold estimate was made from: read their strength as a guess, 40 times up or down.',
    ko: '이 원료는 역치 추정에 쓰인 어떤 분자보다 크다. 세기는 위아래 40배까지 어긋날 수 있는 짐작이다.',
  },
  'threshold-typical': {
    en: 'For these the odour threshold is only a middle value of all molecules of their kind.',
    ko: '이 원료의 후각 역치는 비슷한 분자들의 중간값일 뿐이다.',
  },
  'threshold-unknown': {
    en: 'The odour threshold of these is not known: their smell is not reckoned.',
    ko: '이 원료는 후각 역치를 몰라 냄새를 셈하지 않는다.',
  },
  'weight-unknown': {
    en: 'The molecular weight of these is not known and taken as 200 g/mol.',
    ko: '이 원료는 분자량을 몰라 200 g/mol로 본다.',
  },
  'pressure-from-boiling-point': {
    en: 'The vapour pressure of these is not known and estimated from the boiling point: good to a factor of 2.',
    ko: '이 원료는 증기압을 몰라 끓는점에서 추정했다. 2배까지 어긋날 수 있다.',
  },
  'pressure-from-structure': {
    en: 'The vapour pressure of these is not known and estimated from structure: good to a factor of 4, less for crystals.',
    ko: '이 원료는 증기압을 몰라 구조에서 추정했다. 4배까지, 결정이면 더 어긋날 수 있다.',
  },
  'pressure-from-life': {
    en: 'The vapour pressure of these is guessed from how long they last on a blotter: good to a factor of 5.',
    ko: '이 원료의 증기압은 시향지에서 머무는 시간으로 짐작했다. 5배까지 어긋날 수 있다.',
  },
  'natural-opened': {
    en: 'These mixtures evaporate by what is listed in them at its typical share, each substance for itself. The rest counts as one sesquiterpene, in absolutes and resinoids as matter that stays.',
    ko: '이 혼합물은 알려진 성분이 통상 비율만큼 따로 증발한다고 본다. 나머지는 세스퀴테르펜 하나로, 앱솔루트와 레지노이드에서는 날아가지 않는 물질로 본다.',
  },
  'natural-as-one': {
    en: 'These mixtures evaporate as if they were one substance, since too little is known of what is in them; in truth their light parts go first.',
    ko: '이 혼합물은 조성을 잘 몰라 한 물질처럼 증발한다고 본다. 실제로는 가벼운 성분이 먼저 날아간다.',
  },
  'threshold-of-constituents': {
    en: 'These smell as strong as their constituents together, by the thresholds of each.',
    ko: '이 원료는 성분마다의 역치로 냄새의 세기를 더한다.',
  },
  unnamed: {
    en: 'Part of the formula could not be named and is left out.',
    ko: '처방의 일부는 무엇인지 알 수 없어 뺐다.',
  },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;

export type AssumptionKey = keyof typeof said;

export interface Assumption {
  readonly key: AssumptionKey;
  readonly text: InTwoLanguages;
  /** What it is assumed of; absent where of everything. */
  readonly materialIds?: readonly MaterialId[];
}

/** An assumption as it is shown; of certain materials where they are given. */
export function assumption(key: Exclude<AssumptionKey, 'surface'>, materialIds?: readonly MaterialId[]): Assumption {
  return { key, text: said[key], ...(materialIds && { materialIds }) };
}

/** What is assumed of the surface, in its own words. */
export function assumptionOfSurface(text: InTwoLanguages): Assumption {
  return { key: 'surface', text };
}
