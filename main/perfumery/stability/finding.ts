/** @file What a chemist would warn of, as a value: why, how much of what, and what to do. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';

export const stabilityRules = [
  'schiff-base',
  'discolouration',
  'autoxidation',
  'crystallising',
  'haze',
  'acid',
  'alkali',
  'acetal',
  'nitrosamine',
] as const;
export type StabilityRule = (typeof stabilityRules)[number];

/** `percent`: of the finished product by mass. `grams`: in the batch. `times`: of what stays dissolved. */
export type AmountKind = 'percent' | 'grams' | 'percent-by-volume' | 'times';

export interface StabilityAmount {
  readonly what: InTwoLanguages;
  readonly kind: AmountKind;
  readonly value: number;
}

export interface StabilityFinding {
  readonly rule: StabilityRule;
  /** `watch`: likely at this amount. `know`: possible, or slight. */
  readonly weight: 'watch' | 'know';
  /** Lines it comes from, in the order of the formula. */
  readonly lineIds: readonly LineId[];
  readonly materialIds: readonly MaterialId[];
  readonly reason: InTwoLanguages;
  readonly advice: InTwoLanguages;
  /** Where the rule is from; says so where it is general knowledge of the trade. */
  readonly source: InTwoLanguages;
  readonly amounts: readonly StabilityAmount[];
}

/** General knowledge of the trade, with no one source. */
export const tradeKnowledge: InTwoLanguages = {
  en: 'General knowledge of the trade; try it in the product.',
  ko: '업계의 일반 지식. 제품에서 직접 시험할 것.',
};
