import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { editKinds } from '#perfumery/formula/recipe.ts';
import { refusals } from './errors.ts';
import {
  formulaShape,
  nameShape,
  productShape,
  proseShape,
  recipeChangeShape,
  recipeHeadShape,
  recipeId,
  recipeShape,
  trialId,
  trialShape,
} from './shapes.ts';

const tags = ['recipes'];
const one = z.object({ recipeId });
const oneFrom = one.extend({ origin: z.string().max(60).default('') });
/** What an edit came to: the revision it made, and whether there is more to undo or redo. */
const editedShape = z.object({ revision: z.int(), canUndo: z.boolean(), canRedo: z.boolean() });

/** An edit as followers see it. `origin` names the caller that made it, so a window can skip its own. */
export const recipeEventShape = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('edited'),
    recipeId,
    origin: z.string(),
    kind: z.enum(editKinds),
    change: recipeChangeShape,
    revision: z.int(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  }),
  z.object({ what: z.literal('changed'), recipeId, head: recipeHeadShape }),
  z.object({ what: z.literal('removed'), recipeId }),
]);

export const recipes = {
  /** A page of recipes, last worked on first. `search` matches names in either language, `tag` one of the perfumer's tags. */
  list: oc
    .route({ method: 'GET', path: '/recipes', summary: 'List recipes', tags })
    .input(
      z.object({
        search: proseShape(200).default(''),
        archived: z.stringbool().or(z.boolean()).default(false),
        tag: proseShape(200).exactOptional(),
        favourite: z.stringbool().or(z.boolean()).default(false),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ recipes: z.array(recipeHeadShape), total: z.int() })),
  create: oc
    .route({ method: 'POST', path: '/recipes', summary: 'Start a recipe', tags, successStatus: 201 })
    .errors(refusals)
    .input(
      z.object({
        name: nameShape,
        brief: proseShape(20_000).exactOptional(),
        product: productShape.exactOptional(),
        formula: formulaShape.exactOptional(),
      }),
    )
    .output(recipeShape),
  open: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}', summary: 'Read a recipe', tags })
    .errors(refusals)
    .input(one)
    .output(recipeShape),
  /** Makes one edit on the working formula, given the revision it was made on. Saved before it answers. */
  edit: oc
    .route({ method: 'POST', path: '/recipes/{recipeId}/edits', summary: 'Edit the working formula', tags })
    .errors(refusals)
    .input(
      z.object({
        recipeId,
        revision: z.int(),
        kind: z.enum(editKinds),
        change: recipeChangeShape,
        /** Still the same act as the edit before it (the next keystroke in one cell): undo takes both back at once. */
        continues: z.boolean().default(false),
        origin: z.string().max(60).default(''),
      }),
    )
    .output(editedShape),
  undo: oc
    .route({ method: 'POST', path: '/recipes/{recipeId}/undo', summary: 'Undo the last edit', tags })
    .errors(refusals)
    .input(oneFrom)
    .output(editedShape.extend({ kind: z.enum(editKinds), change: recipeChangeShape })),
  redo: oc
    .route({ method: 'POST', path: '/recipes/{recipeId}/redo', summary: 'Redo', tags })
    .errors(refusals)
    .input(oneFrom)
    .output(editedShape.extend({ kind: z.enum(editKinds), change: recipeChangeShape })),
  /** Name, brief and archive mark; what is not named stays. */
  describe: oc
    .route({ method: 'PATCH', path: '/recipes/{recipeId}', summary: 'Rename, brief, archive', tags })
    .errors(refusals)
    .input(
      z.object({
        recipeId,
        name: nameShape.exactOptional(),
        brief: proseShape(20_000).exactOptional(),
        archived: z.boolean().exactOptional(),
      }),
    )
    .output(recipeShape),
  duplicate: oc
    .route({
      method: 'POST',
      path: '/recipes/{recipeId}/duplicate',
      summary: 'Duplicate a recipe',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(one)
    .output(recipeShape),
  /** Removes a recipe for good, with its trials. Refused while another recipe uses it as an accord. */
  remove: oc
    .route({ method: 'DELETE', path: '/recipes/{recipeId}', summary: 'Remove a recipe', tags })
    .errors(refusals)
    .input(one)
    .output(z.object({ removed: recipeId })),
  /** Freezes the working formula as a trial, a child of the one it grew from. */
  keepTrial: oc
    .route({
      method: 'POST',
      path: '/recipes/{recipeId}/trials',
      summary: 'Keep the working formula as a trial',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(z.object({ recipeId, name: nameShape.exactOptional(), note: proseShape(4000).default('') }))
    .output(z.object({ trial: trialShape, recipe: recipeShape })),
  trial: oc
    .route({ method: 'GET', path: '/trials/{trialId}', summary: 'Read a trial', tags })
    .errors(refusals)
    .input(z.object({ trialId }))
    .output(trialShape),
  /** Brings an earlier trial back as a new one, a child of it, and works on from there. */
  restoreTrial: oc
    .route({
      method: 'POST',
      path: '/trials/{trialId}/restore',
      summary: 'Restore a trial as a new one',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(z.object({ trialId }))
    .output(z.object({ trial: trialShape, recipe: recipeShape })),
  /** The trials named, and every trial they use as an accord, to any depth. Missing ones are left out. */
  accords: oc
    .route({ method: 'POST', path: '/accords', summary: 'Read the trials that accords stand for', tags })
    .errors(refusals)
    .input(z.object({ trialIds: z.array(trialId).max(500) }))
    .output(z.array(trialShape.extend({ recipeName: nameShape }))),
  /** What happens to recipes, from any window. */
  watch: oc
    .route({ method: 'GET', path: '/recipes/changes', summary: 'Follow recipes', tags })
    .output(eventIterator(recipeEventShape)),
};
