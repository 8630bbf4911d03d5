import { StudioError } from '#foundation/errors.ts';
import type { SittingId } from '#foundation/ids.ts';
import type { Sitting, SittingSeen } from '#perfumery/evaluation/sitting.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';
import { findSitting, readSitting } from './read-sitting.ts';

/** Ends a sitting: nothing more is due. A blind one is revealed with it. */
export function endSitting(needs: EvaluationNeeds) {
  return step(needs, ({ id, isBlind }, at) => {
    needs.sittings.setEnded(id, at);
    if (isBlind) needs.sittings.setRevealed(id, at);
  });
}

/** Tells which trial stood behind which code. A blind sitting ends with it: from now on nobody is blind. */
export function revealSitting(needs: EvaluationNeeds) {
  return step(needs, ({ id, isBlind }, at) => {
    if (!isBlind) throw new StudioError('sitting.invalid', { reason: 'not-blind', text: '' });
    needs.sittings.setRevealed(id, at);
    needs.sittings.setEnded(id, at);
  });
}

/** Lets a moment pass without smelling. */
export function passOverDue(needs: EvaluationNeeds) {
  return (sittingId: SittingId, minutes: number): SittingSeen =>
    step(needs, ({ id }, at) => needs.sittings.settle(id, minutes, at))(sittingId);
}

function step(needs: EvaluationNeeds, act: (sitting: Sitting, at: string) => void) {
  return (sittingId: SittingId): SittingSeen => {
    const { answer, recipeId } = needs.write(() => {
      const sitting = findSitting(needs)(sittingId);
      act(sitting, needs.now());
      return { answer: readSitting(needs)(sittingId), recipeId: sitting.recipeId };
    });
    needs.announceDay({ what: 'evaluations', recipeId });
    return answer;
  };
}
