import { StudioError } from '#foundation/errors.ts';
import type { EvaluationId } from '#foundation/ids.ts';
import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';

/** Takes an evaluation out of the history, or with `removed: false` puts it back as it was. */
export function removeEvaluation(needs: EvaluationNeeds) {
  return ({
    evaluationId,
    removed,
  }: {
    readonly evaluationId: EvaluationId;
    readonly removed: boolean;
  }): Evaluation => {
    const evaluation = needs.write(() => {
      const found = needs.evaluations.find(evaluationId);
      if (!found) throw new StudioError('evaluation.not-found', { evaluationId });
      needs.evaluations.setRemoved(evaluationId, removed ? needs.now() : undefined);
      return found;
    });
    const recipeId = needs.trials.recipeOf(evaluation.trialId);
    needs.announceDay({ what: 'evaluations', ...(recipeId && { recipeId }) });
    return evaluation;
  };
}
