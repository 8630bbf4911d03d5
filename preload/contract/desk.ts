import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { recipeId } from './shapes.ts';

const tags = ['desk'];
const openShape = z.object({ recipeIds: z.array(recipeId).max(100) });
/** Line ids, and `carrier-…` for the carrier the product asks for. */
const marksShape = z.object({ marks: z.array(z.string().min(1).max(80)).max(6000) });

export const desk = {
  /** The recipes that lay open when a window was last used, the front one first. */
  open: oc.route({ method: 'GET', path: '/desk', summary: 'Recipes that lay open', tags }).output(openShape),
  keepOpen: oc
    .route({ method: 'PUT', path: '/desk', summary: 'Remember what lies open', tags })
    .errors(refusals)
    .input(openShape)
    .output(openShape),
  /** What is ticked off on a recipe's batch sheet. */
  weighed: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/weighed', summary: 'Read the marks of a batch sheet', tags })
    .errors(refusals)
    .input(z.object({ recipeId }))
    .output(marksShape),
  keepWeighed: oc
    .route({ method: 'PUT', path: '/recipes/{recipeId}/weighed', summary: 'Set the marks of a batch sheet', tags })
    .errors(refusals)
    .input(marksShape.extend({ recipeId }))
    .output(marksShape),
};
