import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { sentFile } from './files.ts';
import {
  formulaShape,
  lineId,
  materialId,
  materialShape,
  nameShape,
  productShape,
  recipeId,
  recipeShape,
  trialId,
} from './shapes.ts';

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
  /** Left aside on purpose: sums, and columns nobody knows (row 0). */
  ignored: z.array(z.object({ row: z.int(), text: z.string(), why: z.enum(['total', 'column']) })).exactOptional(),
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
  /** The place, among the trials, of the one the working formula grew from. */
  base: z.int().min(0).exactOptional(),
  /** Somebody's own materials that this library lacks; keeping adds them. */
  materials: z.array(materialShape).max(5000).exactOptional(),
  /** Accords that this library lacks, each after those it uses; keeping adds them as recipes. */
  accords: z
    .array(z.object({ recipeId, trialId, name: nameShape, formula: formulaShape, product: productShape }))
    .max(500)
    .exactOptional(),
});
export type Understood = z.output<typeof understoodShape>;

export const interchange = {
  /** Reads a file (JSON, CSV, TSV, XLSX) and says what it understood. Keeps nothing. At most 10 MB. */
  read: oc
    .route({ method: 'POST', path: '/interchange/read', summary: 'Read a recipe file without keeping it', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
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
