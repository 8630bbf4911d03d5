import { StudioError } from '#foundation/errors.ts';
import { newId, type SittingId } from '#foundation/ids.ts';
import type { Impression } from '#perfumery/evaluation/evaluation.ts';
import type { SittingSeen } from '#perfumery/evaluation/sitting.ts';
import { checkImpression } from './check-impression.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';
import { findSitting, readSitting } from './read-sitting.ts';

export interface SampleToEvaluate {
  readonly sittingId: SittingId;
  readonly code: string;
  /** Its medium is the sitting's. */
  readonly impression: Omit<Impression, 'medium'>;
}

/** Keeps what was found of a sample. A moment that was due is settled once every sample was smelled at it. */
export function evaluateSample(needs: EvaluationNeeds) {
  return ({ sittingId, code, impression }: SampleToEvaluate): SittingSeen => {
    const { answer, recipeId } = needs.write(() => {
      const sitting = findSitting(needs)(sittingId);
      const sample = sitting.samples.find((one) => one.code === code);
      if (!sample) throw new StudioError('sitting.invalid', { reason: 'code', text: code });
      if (sitting.ended) throw new StudioError('sitting.over', { sittingId });
      const checked = checkImpression(needs)({ ...impression, medium: sitting.medium });
      const { trialId } = sample;
      needs.evaluations.insert({ ...checked, id: newId(), trialId, sittingId, made: needs.now() });
      const smelled = new Set(
        needs.evaluations.inSitting(sittingId).flatMap((one) => (one.minutes === checked.minutes ? [one.trialId] : [])),
      );
      if (sitting.samples.every((one) => smelled.has(one.trialId))) {
        needs.sittings.settle(sittingId, checked.minutes, needs.now());
      }
      return { answer: readSitting(needs)(sittingId), recipeId: sitting.recipeId };
    });
    needs.announceDay({ what: 'evaluations', recipeId });
    return answer;
  };
}
