/**
 * @file A sitting: one to three trials applied at the same time and smelled again as they dry down.
 *
 * Every sample has a code. While a blind sitting lasts, the codes are all anyone is told; who is who comes with `revealed`.
 */
import type { EvaluationId, RecipeId, SittingId, TrialId } from '#foundation/ids.ts';
import type { Impression, Medium } from './evaluation.ts';

/** Trials in one sitting: what a nose can tell apart side by side. */
export const mostSamples = 3;

export interface Sample {
  /** Three digits, unlike any other in the sitting. */
  readonly code: string;
  readonly trialId: TrialId;
}

/** When to smell again. */
export interface Due {
  readonly minutes: number;
  /** ISO instant. */
  readonly due: string;
  /** When it was smelled or passed over. */
  readonly settled?: string;
}

/** Which of the samples was preferred at a moment; absent for a tie. */
export interface Comparison {
  readonly id: string;
  readonly minutes: number;
  readonly preferred?: TrialId;
  readonly words: string;
  readonly made: string;
}

export interface Sitting {
  readonly id: SittingId;
  readonly recipeId: RecipeId;
  readonly medium: Medium;
  /** ISO instant of the application. */
  readonly started: string;
  readonly isBlind: boolean;
  readonly revealed?: string;
  readonly ended?: string;
  readonly samples: readonly Sample[];
  readonly due: readonly Due[];
  readonly comparisons: readonly Comparison[];
}

/** A sitting as the perfumer may see it: trials are named only when it is not blind or was revealed. */
export interface SittingSeen extends Omit<Sitting, 'samples' | 'comparisons'> {
  readonly samples: readonly { readonly code: string; readonly trialId?: TrialId }[];
  readonly impressions: readonly SampleImpression[];
  readonly comparisons: readonly (Omit<Comparison, 'preferred'> & { readonly preferred?: string })[];
}

/** What was found of one sample. */
export type SampleImpression = Impression & {
  readonly id: EvaluationId;
  readonly code: string;
  readonly made: string;
};

/** Whether the trials behind the codes must not be told. */
export function isSealed({ isBlind, revealed }: Pick<Sitting, 'isBlind' | 'revealed'>): boolean {
  return isBlind && revealed === undefined;
}

/** When to smell again after an application at `started`: each of `minutes` once, in order. */
export function dueTimes(started: string, minutes: readonly number[]): readonly Due[] {
  const start = Date.parse(started);
  return [...new Set(minutes)]
    .sort((a, b) => a - b)
    .map((after) => ({ minutes: after, due: new Date(start + after * 60_000).toISOString() }));
}

/** What may be seen of a sitting. Samples stand by code, which says nothing of the order of trials. */
export function seen(
  sitting: Sitting,
  impressions: readonly (Impression & { id: EvaluationId; trialId: TrialId; made: string })[],
): SittingSeen {
  const codeOf = new Map(sitting.samples.map(({ code, trialId }) => [trialId, code]));
  const isHidden = isSealed(sitting);
  const samples = [...sitting.samples].sort((a, b) => (sitting.isBlind ? Number(a.code) - Number(b.code) : 0));
  return {
    ...sitting,
    samples: samples.map(({ code, trialId }) => (isHidden ? { code } : { code, trialId })),
    impressions: impressions.flatMap(({ trialId, ...impression }) => {
      const code = codeOf.get(trialId);
      return code === undefined ? [] : [{ ...impression, code }];
    }),
    comparisons: sitting.comparisons.map(({ preferred, ...comparison }) => {
      const code = preferred && codeOf.get(preferred);
      return code ? { ...comparison, preferred: code } : comparison;
    }),
  };
}
