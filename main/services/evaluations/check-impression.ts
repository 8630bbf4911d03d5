import { StudioError } from '#foundation/errors.ts';
import { faultIn, type Impression } from '#perfumery/evaluation/evaluation.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';

/** Refuses an impression that says nothing, scores outside 0 to 10, and words outside the vocabulary. Answers it as it is kept. */
export function checkImpression({ hasDescriptor }: Pick<EvaluationNeeds, 'hasDescriptor'>) {
  return (impression: Impression): Impression => {
    const fault = faultIn(impression);
    if (fault) {
      const text = fault === 'nothing-said' ? '' : String(impression[fault] ?? '');
      throw new StudioError('evaluation.invalid', { reason: fault, text });
    }
    const unknown = impression.descriptors.find((word) => !hasDescriptor(word));
    if (unknown !== undefined) throw new StudioError('evaluation.invalid', { reason: 'descriptor', text: unknown });
    return { ...impression, descriptors: [...new Set(impression.descriptors)], words: impression.words.trim() };
  };
}
