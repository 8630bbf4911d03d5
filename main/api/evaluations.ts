import { compareSamples } from '#services/evaluations/compare-samples.ts';
import { endSitting, passOverDue, revealSitting } from '#services/evaluations/end-sitting.ts';
import { evaluateSample } from '#services/evaluations/evaluate-sample.ts';
import { evaluateTrial } from '#services/evaluations/evaluate-trial.ts';
import type { EvaluationNeeds } from '#services/evaluations/evaluation-needs.ts';
import { listSittings, readSitting } from '#services/evaluations/read-sitting.ts';
import { removeEvaluation } from '#services/evaluations/remove-evaluation.ts';
import { startSitting } from '#services/evaluations/start-sitting.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The acts of smelling, behind the contract. */
export function evaluationHandlers({ evaluations: on }: Implementer, needs: EvaluationNeeds) {
  return on.router({
    of: on.of.handler(({ input: { recipeId } }) =>
      toWire({ evaluations: needs.evaluations.openOf(recipeId), sittings: listSittings(needs)(recipeId) }),
    ),
    evaluate: on.evaluate.handler(({ input }) => toWire(evaluateTrial(needs)(input))),
    remove: on.remove.handler(({ input }) => toWire(removeEvaluation(needs)(input))),
    start: on.start.handler(({ input }) => toWire(startSitting(needs)(input))),
    sitting: on.sitting.handler(({ input }) => toWire(readSitting(needs)(input.sittingId))),
    evaluateSample: on.evaluateSample.handler(({ input }) => toWire(evaluateSample(needs)(input))),
    compare: on.compare.handler(({ input }) => toWire(compareSamples(needs)(input))),
    reveal: on.reveal.handler(({ input }) => toWire(revealSitting(needs)(input.sittingId))),
    end: on.end.handler(({ input }) => toWire(endSitting(needs)(input.sittingId))),
    passOver: on.passOver.handler(({ input }) => toWire(passOverDue(needs)(input.sittingId, input.minutes))),
  });
}
