import { StudioError } from '#foundation/errors.ts';
import { newId, type SittingId } from '#foundation/ids.ts';
import { mostMinutes } from '#perfumery/evaluation/evaluation.ts';
import type { SittingSeen } from '#perfumery/evaluation/sitting.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';
import { findSitting, readSitting } from './read-sitting.ts';

export interface ToCompare {
  readonly sittingId: SittingId;
  readonly minutes: number;
  /** The code of the sample preferred; null for a tie. */
  readonly preferred: string | null;
  readonly words: string;
}

/** Says which of the two or three samples of a sitting was preferred, or that none was. */
export function compareSamples(needs: EvaluationNeeds) {
  return ({ sittingId, minutes, preferred, words }: ToCompare): SittingSeen => {
    const { answer, recipeId } = needs.write(() => {
      const sitting = findSitting(needs)(sittingId);
      if (sitting.samples.length < 2) throw invalid('nothing-to-compare');
      if (sitting.ended) throw new StudioError('sitting.over', { sittingId });
      if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes) throw invalid('moment', String(minutes));
      const sample = preferred === null ? undefined : sitting.samples.find(({ code }) => code === preferred);
      if (preferred !== null && !sample) throw invalid('code', preferred);
      needs.sittings.compare(sittingId, {
        id: newId<string>(),
        minutes,
        ...(sample && { preferred: sample.trialId }),
        words: words.trim(),
        made: needs.now(),
      });
      return { answer: readSitting(needs)(sittingId), recipeId: sitting.recipeId };
    });
    needs.announceDay({ what: 'evaluations', recipeId });
    return answer;
  };
}

function invalid(reason: 'nothing-to-compare' | 'moment' | 'code', text = ''): StudioError {
  return new StudioError('sitting.invalid', { reason, text });
}
