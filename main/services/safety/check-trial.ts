import type { TrialId } from '#foundation/ids.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { checkFormula, type SafetyNeeds } from './check-formula.ts';

/** Judges a frozen trial for the product it was made for. */
export function checkTrial(needs: SafetyNeeds) {
  return (trialId: TrialId): SafetyAnswer => checkFormula(needs)(getTrial(needs)(trialId));
}
