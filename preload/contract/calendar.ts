import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { briefId } from './briefs.ts';
import { refusals } from './errors.ts';
import { sittingId } from './evaluations.ts';
import { decimalShape, lotId, materialId, nameShape, recipeId } from './shapes.ts';
import { batchId } from './stock.ts';

const tags = ['calendar'];
const day = z.string().max(20);

export const calendar = {
  /** What is due to be smelled, what matures, expires, runs out and is promised, seen from `today`. */
  read: oc
    .route({ method: 'GET', path: '/calendar', summary: 'Read the calendar', tags })
    .input(z.object({ today: z.iso.date() }))
    .output(
      z.object({
        smelling: z.array(z.object({ sittingId, recipeId, recipeName: nameShape, minutes: z.int(), due: z.string() })),
        maceration: z.array(
          z.object({
            batchId,
            recipeId,
            recipeName: nameShape,
            mass: decimalShape,
            madeOn: day,
            days: z.int(),
            on: day,
            done: z.string().exactOptional(),
          }),
        ),
        expiring: z.array(z.object({ lotId, materialId, number: z.string(), left: decimalShape, expires: day })),
        toOrder: z.array(z.object({ materialId, stock: decimalShape.exactOptional(), minimum: decimalShape })),
        deadlines: z.array(
          z.object({
            briefId,
            name: z.string(),
            client: z.string(),
            deadline: day,
            recipeIds: z.array(recipeId),
          }),
        ),
      }),
    ),
  /** Marks a look at a maturing batch as done, or as not done. */
  look: oc
    .route({ method: 'PUT', path: '/batches/{batchId}/looks/{days}', summary: 'Mark a look at a batch', tags })
    .errors(refusals)
    .input(z.object({ batchId, days: z.coerce.number().int(), done: z.boolean() }))
    .output(z.object({ batchId, days: z.int(), done: z.boolean() })),
  /** Which part of the working day changed, from any window. */
  watch: oc.route({ method: 'GET', path: '/calendar/changes', summary: 'Follow the working day', tags }).output(
    eventIterator(
      z.object({
        what: z.enum(['evaluations', 'briefs', 'stock', 'labels', 'collections', 'library']),
        recipeId: recipeId.exactOptional(),
      }),
    ),
  ),
};
