import { type SittingFault, StudioError } from '#foundation/errors.ts';
import { newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import { blindCodes } from '#perfumery/evaluation/blind-codes.ts';
import { type Medium, mostMinutes } from '#perfumery/evaluation/evaluation.ts';
import { dueTimes, mostSamples, type Sitting, type SittingSeen } from '#perfumery/evaluation/sitting.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import type { EvaluationNeeds } from './evaluation-needs.ts';
import { freezeSmelled } from './freeze-smelled.ts';
import { readSitting } from './read-sitting.ts';

export interface SittingToStart {
  readonly recipeId: RecipeId;
  readonly trialIds: readonly TrialId[];
  /** Whether the working formula is smelled too; it is frozen first. */
  readonly withWorking: boolean;
  readonly medium: Medium;
  readonly isBlind: boolean;
  /** Minutes after application at which to be reminded. */
  readonly moments: readonly number[];
  /** ISO instant of the application; absent: now. */
  readonly started?: string;
}

/** Applies one to three trials of a recipe and starts the clock. A blind sitting needs at least two. */
export function startSitting(needs: EvaluationNeeds) {
  return (asked: SittingToStart): { sitting: SittingSeen; recipe: Recipe } => {
    const { recipeId, medium, isBlind, moments } = asked;
    const now = needs.now();
    const started = startOf(asked.started ?? now, now);
    for (const minutes of moments) {
      if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes) throw fault('moment', String(minutes));
    }
    const kept = needs.write(() => {
      const trialIds = [...asked.trialIds];
      for (const trialId of trialIds) {
        if (getTrial(needs)(trialId).recipeId !== recipeId) throw fault('other-recipe', trialId);
      }
      if (asked.withWorking) {
        const { id } = freezeSmelled(needs)(recipeId);
        if (!trialIds.includes(id)) trialIds.push(id);
      }
      if (new Set(trialIds).size < trialIds.length) throw fault('twice');
      if (trialIds.length === 0) throw fault('too-few');
      if (trialIds.length > mostSamples) throw fault('too-many', String(trialIds.length));
      if (isBlind && trialIds.length < 2) throw fault('blind-alone');
      const codes = blindCodes(trialIds.length, needs.draw);
      const sitting: Sitting = {
        id: newId(),
        recipeId,
        medium,
        started,
        isBlind,
        samples: trialIds.map((trialId, at) => ({ trialId, code: codes[at] ?? '' })),
        due: dueTimes(started, moments),
        comparisons: [],
      };
      needs.sittings.insert(sitting);
      return { sitting: readSitting(needs)(sitting.id), recipe: openRecipe(needs)(recipeId) };
    });
    needs.announceDay({ what: 'evaluations', recipeId });
    return kept;
  };
}

/** A start that lies in the future, or is no instant, is refused. */
function startOf(text: string, now: string): string {
  const instant = Date.parse(text);
  if (!Number.isFinite(instant) || instant > Date.parse(now) + 60_000) throw fault('started', text);
  return new Date(instant).toISOString();
}

function fault(reason: SittingFault, text = ''): StudioError {
  return new StudioError('sitting.invalid', { reason, text });
}
