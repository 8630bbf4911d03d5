import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { EvaluationId, SittingId } from '#foundation/ids.ts';
import { media, smellingVerdicts } from '#perfumery/evaluation/evaluation.ts';
import { refusals } from './errors.ts';
import { idText, proseShape, recipeId, recipeShape, trialId } from './shapes.ts';

const tags = ['evaluations'];
const evaluationId = idText.transform((text) => text as EvaluationId);
export const sittingId = idText.transform((text) => text as SittingId);
const code = z.string().max(10);

/** What was found; the bounds are the service's, so that it can say what is wrong. */
const sampleImpression = z.object({
  minutes: z.number(),
  intensity: z.number().exactOptional(),
  liking: z.number().exactOptional(),
  descriptors: z.array(z.string().max(60)).max(40),
  words: proseShape(8000),
  verdict: z.enum(smellingVerdicts),
});
const impressionShape = sampleImpression.extend({ medium: z.enum(media) });
const evaluationShape = impressionShape.extend({
  id: evaluationId,
  trialId,
  sittingId: sittingId.exactOptional(),
  made: z.string(),
});
/** While a blind sitting is sealed its samples have no trial. */
const sittingShape = z.object({
  id: sittingId,
  recipeId,
  medium: z.enum(media),
  started: z.string(),
  isBlind: z.boolean(),
  revealed: z.string().exactOptional(),
  ended: z.string().exactOptional(),
  samples: z.array(z.object({ code, trialId: trialId.exactOptional() })),
  due: z.array(z.object({ minutes: z.int(), due: z.string(), settled: z.string().exactOptional() })),
  impressions: z.array(impressionShape.extend({ id: evaluationId, code, made: z.string() })),
  comparisons: z.array(
    z.object({
      id: z.string(),
      minutes: z.int(),
      /** The code of the sample preferred; absent for a tie. */
      preferred: code.exactOptional(),
      words: z.string(),
      made: z.string(),
    }),
  ),
});

export const evaluations = {
  /** The evaluations of a recipe's trials, oldest first, without those of sealed blind sittings; and its sittings, newest first. */
  of: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/evaluations', summary: 'Read what was smelled', tags })
    .errors(refusals)
    .input(z.object({ recipeId }))
    .output(z.object({ evaluations: z.array(evaluationShape), sittings: z.array(sittingShape) })),
  /** Keeps what was found of a trial; without one, of the working formula, which is frozen as a trial first. */
  evaluate: oc
    .route({
      method: 'POST',
      path: '/recipes/{recipeId}/evaluations',
      summary: 'Evaluate a trial',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(z.object({ recipeId, trialId: trialId.exactOptional(), impression: impressionShape }))
    .output(z.object({ evaluation: evaluationShape, recipe: recipeShape })),
  /** Takes an evaluation out of the history, or puts it back. */
  remove: oc
    .route({ method: 'PATCH', path: '/evaluations/{evaluationId}', summary: 'Remove or put back', tags })
    .errors(refusals)
    .input(z.object({ evaluationId, removed: z.boolean() }))
    .output(evaluationShape),
  /** Applies one to three trials and starts the clock. */
  start: oc
    .route({
      method: 'POST',
      path: '/recipes/{recipeId}/sittings',
      summary: 'Start a sitting',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(
      z.object({
        recipeId,
        trialIds: z.array(trialId).max(20),
        withWorking: z.boolean().default(false),
        medium: z.enum(media),
        isBlind: z.boolean().default(false),
        moments: z.array(z.number()).max(20),
        started: z.string().max(40).exactOptional(),
      }),
    )
    .output(z.object({ sitting: sittingShape, recipe: recipeShape })),
  sitting: oc
    .route({ method: 'GET', path: '/sittings/{sittingId}', summary: 'Read a sitting', tags })
    .errors(refusals)
    .input(z.object({ sittingId }))
    .output(sittingShape),
  /** Keeps what was found of the sample with this code. */
  evaluateSample: oc
    .route({ method: 'POST', path: '/sittings/{sittingId}/impressions', summary: 'Evaluate a sample', tags })
    .errors(refusals)
    .input(z.object({ sittingId, code, impression: sampleImpression }))
    .output(sittingShape),
  /** Says which sample was preferred; null for a tie. */
  compare: oc
    .route({ method: 'POST', path: '/sittings/{sittingId}/comparisons', summary: 'Compare the samples', tags })
    .errors(refusals)
    .input(
      z.object({ sittingId, minutes: z.number(), preferred: code.nullable(), words: proseShape(4000).default('') }),
    )
    .output(sittingShape),
  /** Tells which trial stood behind which code, and ends the sitting. */
  reveal: oc
    .route({ method: 'POST', path: '/sittings/{sittingId}/reveal', summary: 'Reveal a blind sitting', tags })
    .errors(refusals)
    .input(z.object({ sittingId }))
    .output(sittingShape),
  end: oc
    .route({ method: 'POST', path: '/sittings/{sittingId}/end', summary: 'End a sitting', tags })
    .errors(refusals)
    .input(z.object({ sittingId }))
    .output(sittingShape),
  /** Lets a moment pass without smelling. */
  passOver: oc
    .route({ method: 'POST', path: '/sittings/{sittingId}/pass-over', summary: 'Pass over a moment', tags })
    .errors(refusals)
    .input(z.object({ sittingId, minutes: z.int() }))
    .output(sittingShape),
};
