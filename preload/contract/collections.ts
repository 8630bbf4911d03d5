import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { collectionFields, collectionKinds, duplicateChoices } from '#perfumery/collection/collection-fields.ts';
import { families, materialKinds, roles } from '#perfumery/material/material.ts';
import { refusals } from './errors.ts';
import { sentFile } from './files.ts';
import { libraryMaterialShape, materialId, recipeId } from './shapes.ts';

const tags = ['collections'];
const kind = z.enum(collectionKinds);
/** What each column holds, in the order of the columns. */
const mapping = z.array(z.enum(collectionFields).nullable()).max(500);
const choice = z.enum(duplicateChoices);
const importId = z.string().min(1).max(80);

export const collectionTableShape = z.object({
  tableId: z.string(),
  name: z.string(),
  kind,
  headings: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  rows: z.int(),
  guesses: z.object({ materials: mapping, recipes: mapping }),
  isRemembered: z.boolean(),
  hasRecipeFiles: z.boolean(),
});
export type CollectionTable = z.output<typeof collectionTableShape>;

const wanted = z.object({ tableId: z.string().min(1).max(80), kind, mapping });

export const previewShape = z.object({
  kind,
  counts: z.object({ fresh: z.int(), byCas: z.int(), byName: z.int(), leftOut: z.int(), faults: z.int() }),
  /** The first of each sort. */
  fresh: z.array(z.object({ row: z.int(), text: z.string(), detail: z.string() })),
  duplicates: z.array(
    z.object({
      row: z.int(),
      text: z.string(),
      by: z.enum(['cas', 'name']),
      materialId: materialId.exactOptional(),
      recipeId: recipeId.exactOptional(),
    }),
  ),
  leftOut: z.array(
    z.object({ row: z.int(), text: z.string(), why: z.enum(['no-name', 'ambiguous', 'repeated', 'unreadable']) }),
  ),
  /** Cells, or lines of recipes, that could not be read and are left out. */
  faults: z.array(z.object({ row: z.int(), field: z.string(), text: z.string() })),
});
export type Preview = z.output<typeof previewShape>;

const counts = { added: z.int(), updated: z.int(), skipped: z.int() };

/** How far an import is; `done` and `of` count rows. */
export const importStageShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('keeping'), importId, done: z.int(), of: z.int() }),
  z.object({ stage: z.literal('taking-back'), importId }),
  z.object({ stage: z.literal('cancelled') }),
  z.object({ stage: z.literal('done'), importId, ...counts }),
]);
export type ImportStage = z.output<typeof importStageShape>;

export const collectionImportShape = z.object({
  id: importId,
  kind,
  fileName: z.string(),
  state: z.enum(['running', 'kept', 'undoing', 'undone']),
  ...counts,
  made: z.string(),
});

const uploadId = z.string().min(1).max(80);
const pages = { done: z.int(), of: z.int() };

/** How far a library is restored; `done` and `of` count pages of the library. Nothing has changed before `done`. */
export const restoreStageShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('checking') }),
  z.object({ stage: z.literal('backing-up'), ...pages }),
  z.object({ stage: z.literal('copying'), ...pages }),
  z.object({ stage: z.literal('reading') }),
  z.object({ stage: z.literal('cancelled') }),
  z.object({ stage: z.literal('done'), created: z.string(), backup: z.string() }),
]);
export type RestoreStage = z.output<typeof restoreStageShape>;

export const collections = {
  /** Reads a table (CSV, TSV, XLSX, JSON, up to 32 MiB and 100,000 rows) and keeps it in memory. Changes nothing. */
  read: oc
    .route({ method: 'POST', path: '/collections/read', summary: 'Read a collection', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(collectionTableShape),
  /** What an import would do. Changes nothing. */
  preview: oc
    .route({ method: 'POST', path: '/collections/preview', summary: 'Say what an import would do', tags })
    .errors(refusals)
    .input(wanted)
    .output(previewShape),
  /** Imports it, with progress. All or nothing: an import that is cancelled or broken off is taken back. */
  import: oc
    .route({ method: 'POST', path: '/collections/import', summary: 'Import a collection', tags })
    .errors(refusals)
    .input(
      wanted.extend({
        choices: z.object({ byCas: choice, byName: choice, rows: z.record(z.string().max(10), choice) }),
        defaults: z.object({
          kind: z.enum(materialKinds),
          family: z.enum(families),
          role: z.enum(roles),
          currency: z.string().regex(/^[A-Z]{3}$/),
          date: z.iso.date(),
        }),
      }),
    )
    .output(eventIterator(importStageShape)),
  cancel: oc
    .route({ method: 'POST', path: '/collections/imports/{importId}/cancel', summary: 'Cancel an import', tags })
    .errors(refusals)
    .input(z.object({ importId }))
    .output(z.object({ isCancelling: z.boolean() })),
  /** The last ten imports, newest first. */
  imports: oc
    .route({ method: 'GET', path: '/collections/imports', summary: 'List imports', tags })
    .output(z.array(collectionImportShape)),
  /** Takes a whole import back. Materials in use are archived; what was worked on since stays. Both are counted. */
  undo: oc
    .route({ method: 'POST', path: '/collections/imports/{importId}/undo', summary: 'Undo an import', tags })
    .errors(refusals)
    .input(z.object({ importId }))
    .output(z.object({ restored: z.int(), removed: z.int(), archived: z.int(), left: z.int() })),
  /** Materials page by page, for a window that has to read very many again. */
  materials: oc
    .route({ method: 'GET', path: '/collections/materials', summary: 'Materials by the page', tags })
    .input(z.object({ offset: z.coerce.number().int().min(0), limit: z.coerce.number().int().min(1).max(500) }))
    .output(z.object({ materials: z.array(libraryMaterialShape), total: z.int() })),
  /** The whole library as one file. */
  archive: oc
    .route({ method: 'GET', path: '/library/archive', summary: 'Export the whole library', tags })
    .errors(refusals)
    .output(z.file()),
  /** Takes an archive in pieces of at most 4 MiB, in order, and keeps it aside. Changes nothing. */
  upload: oc
    .route({ method: 'POST', path: '/library/archive/pieces', summary: 'Hand over an archive in pieces', tags })
    .errors(refusals)
    .input(
      z.object({
        uploadId,
        name: z.string().max(300),
        at: z.coerce.number().int().min(0),
        size: z.coerce.number().int().min(1),
        piece: z.file(),
      }),
    )
    .output(z.object({ received: z.int(), isWhole: z.boolean() })),
  /** Replaces the whole library by an archive that was handed over, with progress, all or nothing. Every window starts anew. */
  restore: oc
    .route({
      method: 'POST',
      path: '/library/archive/{uploadId}/restore',
      summary: 'Replace the library by an archive',
      tags,
    })
    .errors(refusals)
    .input(z.object({ uploadId }))
    .output(eventIterator(restoreStageShape)),
  cancelRestore: oc
    .route({ method: 'POST', path: '/library/archive/{uploadId}/cancel', summary: 'Cancel a restore', tags })
    .errors(refusals)
    .input(z.object({ uploadId }))
    .output(z.object({ isCancelling: z.boolean() })),
};
