import { StudioError } from '#foundation/errors.ts';
import type { TrialId } from '#foundation/ids.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** A trial with its lines. */
export function getTrial({ trials }: Pick<RecipeNeeds, 'trials'>) {
  return (trialId: TrialId): Trial => {
    const trial = trials.find(trialId);
    if (!trial) throw new StudioError('trial.not-found', { trialId });
    return trial;
  };
}
