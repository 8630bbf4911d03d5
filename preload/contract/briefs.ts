import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { BriefId } from '#foundation/ids.ts';
import { categories } from '#perfumery/safety/category.ts';
import { refusals } from './errors.ts';
import { decimalShape, idText, materialId, proseShape, recipeId } from './shapes.ts';

const tags = ['briefs'];
export const briefId = idText.transform((text) => text as BriefId);
const factsShape = z.object({
  name: proseShape(200),
  client: proseShape(200),
  deadline: z.string().max(20).exactOptional(),
  words: proseShape(20_000),
  references: z.array(proseShape(200)).max(30),
  limits: z.object({
    costCeiling: z.object({ perKilogram: decimalShape, currency: z.string().regex(/^[A-Z]{3}$/) }).exactOptional(),
    forbidden: z.array(materialId).max(500),
    category: z.enum(categories).exactOptional(),
    highestDosage: decimalShape.exactOptional(),
  }),
});
const briefShape = factsShape.extend({ id: briefId, revision: z.int(), created: z.string(), updated: z.string() });

export const briefs = {
  /** Every brief with the recipes that work towards it, the next deadline first. */
  list: oc
    .route({ method: 'GET', path: '/briefs', summary: 'List briefs', tags })
    .output(z.array(briefShape.extend({ recipeIds: z.array(recipeId) }))),
  /** The brief a recipe works towards; null: none. */
  of: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/brief', summary: 'Read the brief of a recipe', tags })
    .input(z.object({ recipeId }))
    .output(briefShape.nullable()),
  add: oc
    .route({ method: 'POST', path: '/briefs', summary: 'Write a brief', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ facts: factsShape }))
    .output(briefShape),
  edit: oc
    .route({ method: 'PUT', path: '/briefs/{briefId}', summary: 'Edit a brief', tags })
    .errors(refusals)
    .input(z.object({ briefId, revision: z.int(), facts: factsShape }))
    .output(briefShape),
  /** Removes a brief; recipes stay. */
  remove: oc
    .route({ method: 'DELETE', path: '/briefs/{briefId}', summary: 'Remove a brief', tags })
    .errors(refusals)
    .input(z.object({ briefId }))
    .output(z.object({ brief: briefShape, recipeIds: z.array(recipeId) })),
  /** Says which brief a recipe works towards; null takes it off. */
  give: oc
    .route({ method: 'PUT', path: '/recipes/{recipeId}/brief', summary: 'Give a recipe a brief', tags })
    .errors(refusals)
    .input(z.object({ recipeId, briefId: briefId.nullable() }))
    .output(briefShape.nullable()),
};
