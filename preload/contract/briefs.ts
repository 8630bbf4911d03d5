import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { BriefId } from '#foundation/ids.ts';
import { longestBrief } from '#perfumery/brief/brief.ts';
import { toldIntensities, toldLastings } from '#perfumery/brief/brief-reading.ts';
import { categories } from '#perfumery/safety/category.ts';
import { refusals } from './errors.ts';
import { decimalShape, idText, materialId, proseShape, recipeId } from './shapes.ts';

const tags = ['briefs'];
export const briefId = idText.transform((text) => text as BriefId);
const noteShape = z.union([
  z.object({ concept: z.string().min(1).max(80) }),
  z.object({ material: z.string().min(1).max(80) }),
]);
const longevityShape = z.union([z.enum(toldLastings), z.object({ hours: z.number().positive().max(10_000) })]);
const words = z.array(z.string().min(1).max(80)).max(100);
/** What it should be, in words of the lexicon. */
const wishesShape = z.object({
  families: words,
  notesWanted: z.array(noteShape).max(100),
  notesUnwanted: z.array(noteShape).max(100),
  moods: words,
  scenes: words,
  seasons: words,
  genders: words,
  intensity: z.enum(toldIntensities).exactOptional(),
  longevity: longevityShape.exactOptional(),
  product: z.string().min(1).max(60).exactOptional(),
});

const spanShape = z.object({ from: z.int(), to: z.int() });
const told = <T extends z.ZodType>(value: T) => z.object({ value, span: spanShape });
/** What a brief was understood to say; what it does not say is empty. Spans count UTF-16 units of `text`. */
export const briefReadingShape = z.object({
  text: z.string(),
  families: z.array(told(z.string())),
  notesWanted: z.array(told(noteShape)),
  notesUnwanted: z.array(told(noteShape)),
  moods: z.array(told(z.string())),
  scenes: z.array(told(z.string())),
  seasons: z.array(told(z.string())),
  genders: z.array(told(z.string())),
  intensity: told(z.enum(toldIntensities)).exactOptional(),
  longevity: told(longevityShape).exactOptional(),
  product: told(z.object({ type: z.string().exactOptional(), category: z.enum(categories) })).exactOptional(),
  priceCeiling: told(z.object({ perKilogram: decimalShape, currency: z.string() })).exactOptional(),
  references: z.array(told(z.string())),
});

const factsShape = z.object({
  name: proseShape(200),
  client: proseShape(200),
  deadline: z.string().max(20).exactOptional(),
  words: proseShape(longestBrief),
  references: z.array(proseShape(200)).max(30),
  limits: z.object({
    costCeiling: z.object({ perKilogram: decimalShape, currency: z.string().regex(/^[A-Z]{3}$/) }).exactOptional(),
    forbidden: z.array(materialId).max(500),
    category: z.enum(categories).exactOptional(),
    highestDosage: decimalShape.exactOptional(),
  }),
  wishes: wishesShape.exactOptional(),
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
