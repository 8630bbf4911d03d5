import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { formulaShape, lineId, materialId, nameShape, productShape, recipeId, recipeShape } from './shapes.ts';

const tags = ['interchange'];

/** What a file was understood to say, before anything is kept. */
export const understoodShape = z.object({
  name: nameShape,
  brief: z.string(),
  format: z.enum(['json', 'csv', 'xlsx', 'text']),
  product: productShape.exactOptional(),
  formula: formulaShape,
  /** Rows that became lines: what stood there, and which material was meant, by what. */
  matched: z.array(
    z.object({
      row: z.int(),
      text: z.string(),
      lineId,
      materialId,
      by: z.enum(['id', 'cas', 'name', 'alias', 'sku', 'near']),
    }),
  ),
  /** Rows that did not, and why. Nothing is dropped without a word. */
  notUnderstood: z.array(
    z.object({
      row: z.int(),
      text: z.string(),
      why: z.enum([
        'unknown-material',
        'no-amount',
        'bad-amount',
        'negative-amount',
        'absurd-amount',
        'bad-cas',
        'bad-dilution',
        'unknown-accord',
        'ambiguous',
      ]),
      detail: z.string(),
    }),
  ),
  /** Trials of a JSON recipe beyond the working formula. */
  trials: z.array(
    z.object({
      name: nameShape,
      note: z.string(),
      parent: z.int().exactOptional(),
      formula: formulaShape,
      product: productShape.exactOptional(),
    }),
  ),
});
export type Understood = z.output<typeof understoodShape>;

export const interchange = {
  /** Reads a file (JSON, CSV, TSV, XLSX) and says what it understood. Keeps nothing. At most 10 MB. */
  read: oc
    .route({ method: 'POST', path: '/interchange/read', summary: 'Read a recipe file without keeping it', tags })
    .errors(refusals)
    .input(z.object({ file: z.file() }))
    .output(understoodShape),
  /** Keeps what was read as a new recipe. Undone by removing that recipe. */
  keep: oc
    .route({
      method: 'POST',
      path: '/interchange/keep',
      summary: 'Keep a recipe that was read',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(z.object({ understood: understoodShape }))
    .output(recipeShape),
  /** One recipe as a file: JSON with all trials, or the working formula as CSV or XLSX. */
  write: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/file', summary: 'Export a recipe', tags })
    .errors(refusals)
    .input(
      z.object({ recipeId, format: z.enum(['json', 'csv', 'xlsx']), language: z.enum(['ko', 'en']).default('en') }),
    )
    .output(z.file()),
};
