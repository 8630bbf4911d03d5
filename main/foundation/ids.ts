import type { Brand } from './brand.ts';

export type MaterialId = Brand<string, 'MaterialId'>;
export type RecipeId = Brand<string, 'RecipeId'>;
export type TrialId = Brand<string, 'TrialId'>;
export type LineId = Brand<string, 'LineId'>;
export type EvaluationId = Brand<string, 'EvaluationId'>;
export type SittingId = Brand<string, 'SittingId'>;
export type BriefId = Brand<string, 'BriefId'>;
export type SupplierId = Brand<string, 'SupplierId'>;
export type LotId = Brand<string, 'LotId'>;
export type StockActId = Brand<string, 'StockActId'>;
export type BatchId = Brand<string, 'BatchId'>;
export type CompositionId = Brand<string, 'CompositionId'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new id: `time` (ms since 1970) in nine base-32 characters, then 60 random bits, so ids sort by age.
 * `random` returns a number in [0, 1).
 */
export function newId<Id extends string>(time: number = Date.now(), random: () => number = Math.random): Id {
  let head = '';
  for (let rest = time; head.length < 9; rest = Math.floor(rest / 32)) head = alphabet.charAt(rest % 32) + head;
  let tail = '';
  while (tail.length < 12) tail += alphabet.charAt(Math.floor(random() * 32));
  return (head + tail) as Id;
}
