import type { Regulation } from '#perfumery/safety/regulation.ts';
import { checkFormula, type SafetyNeeds } from '#services/safety/check-formula.ts';
import { checkStability, type StabilityNeeds } from '#services/safety/check-stability.ts';
import { checkTrial } from '#services/safety/check-trial.ts';
import type { Implementer } from './implementer.ts';

/** The safety check, behind the contract. */
export function safetyHandlers(
  { safety: on }: Implementer,
  needs: SafetyNeeds & StabilityNeeds,
  regulation: () => Regulation,
) {
  return on.router({
    regulation: on.regulation.handler(() => regulation()),
    check: on.check.handler(({ input }) => checkFormula(needs)(input)),
    checkTrial: on.checkTrial.handler(({ input }) => checkTrial(needs)(input.trialId)),
    stability: on.stability.handler(({ input, signal }) => checkStability(needs)(input, signal)),
  });
}
