import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { materialId, proseShape, recipeHeadShape, recipeId } from './shapes.ts';

const tags = ['labels'];
const words = z.array(proseShape(200)).max(200);
const recipeLabel = z.object({ recipeId, tags: words, isFavourite: z.boolean(), isAccord: z.boolean() });
const materialLabel = z.object({ materialId, tags: words, isFavourite: z.boolean() });

export const labels = {
  /** Tags, favourites and the accord library. What has no label is left out. */
  list: oc.route({ method: 'GET', path: '/labels', summary: 'List labels', tags }).output(
    z.object({
      recipes: z.array(recipeLabel.extend({ head: recipeHeadShape })),
      materials: z.array(materialLabel),
    }),
  ),
  /** Sets what is named and leaves the rest. */
  recipe: oc
    .route({ method: 'PATCH', path: '/recipes/{recipeId}/label', summary: 'Label a recipe', tags })
    .errors(refusals)
    .input(
      z.object({
        recipeId,
        tags: words.exactOptional(),
        isFavourite: z.boolean().exactOptional(),
        isAccord: z.boolean().exactOptional(),
      }),
    )
    .output(recipeLabel),
  material: oc
    .route({ method: 'PATCH', path: '/materials/{materialId}/label', summary: 'Label a material', tags })
    .errors(refusals)
    .input(z.object({ materialId, tags: words.exactOptional(), isFavourite: z.boolean().exactOptional() }))
    .output(materialLabel),
};
