import { StudioError } from '#foundation/errors.ts';
import type { RecipeId, SittingId } from '#foundation/ids.ts';
import { type Sitting, type SittingSeen, seen } from '#perfumery/evaluation/sitting.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';

type Needs = Pick<EvaluationNeeds, 'sittings' | 'evaluations'>;

/** A sitting as it may be seen: sealed while it is blind. Refuses (`sitting.not-found`) one that is not there. */
export function readSitting(needs: Needs) {
  return (sittingId: SittingId): SittingSeen => {
    const sitting = findSitting(needs)(sittingId);
    return seen(sitting, needs.evaluations.inSitting(sittingId));
  };
}

/** The sittings of a recipe, the newest first. */
export function listSittings({ sittings, evaluations }: Needs) {
  return (recipeId: RecipeId): readonly SittingSeen[] =>
    sittings.of(recipeId).map((sitting) => seen(sitting, evaluations.inSitting(sitting.id)));
}

/** The sitting with everything, for the core's own use. */
export function findSitting({ sittings }: Pick<EvaluationNeeds, 'sittings'>) {
  return (sittingId: SittingId): Sitting => {
    const sitting = sittings.find(sittingId);
    if (!sitting) throw new StudioError('sitting.not-found', { sittingId });
    return sitting;
  };
}
