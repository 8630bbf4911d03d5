import { oc } from '@orpc/contract';
import { z } from 'zod';
import { compositionOrigins } from '#perfumery/material/lot-composition.ts';
import type { CompositionFault, Share } from '#perfumery/material/read-composition.ts';
import { refusals } from './errors.ts';
import { sentFile } from './files.ts';
import { compositionId, libraryMaterialShape, lotCompositionShape, lotId, materialId, proseShape } from './shapes.ts';

const tags = ['compositions'];

/** What a table says of one lot, before anything is kept. */
export const readLotShape = z.object({
  shares: z.array(z.custom<Share>()),
  faults: z.array(z.custom<CompositionFault>()),
});

export const compositions = {
  /** What is known of the lots of a material, newest first. Which is in use stands with the material. */
  list: oc
    .route({ method: 'GET', path: '/materials/{materialId}/compositions', summary: 'Compositions of lots', tags })
    .input(z.object({ materialId }))
    .output(z.array(lotCompositionShape)),
  /** Reads a table (CSV, TSV, XLSX) of substances by CAS and their shares. Keeps nothing. */
  read: oc
    .route({ method: 'POST', path: '/compositions/read', summary: 'Read a composition', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(readLotShape),
  /** Keeps what a lot holds. `isUsed`: the material is judged by it from now on. */
  keep: oc
    .route({
      method: 'POST',
      path: '/compositions',
      summary: 'Keep the composition of a lot',
      tags,
      successStatus: 201,
    })
    .errors(refusals)
    .input(
      z.object({
        compositionId: compositionId.exactOptional(),
        materialId,
        lotId: lotId.exactOptional(),
        lot: proseShape(100),
        date: z.string().max(20).exactOptional(),
        origin: z.enum(compositionOrigins),
        shares: z.array(z.object({ cas: z.string().max(20), name: proseShape(200), typical: z.number() })).max(1000),
        isUsed: z.boolean(),
      }),
    )
    .output(lotCompositionShape),
  /** Says by which lot a material is judged; null: by its typical composition. */
  use: oc
    .route({ method: 'PUT', path: '/materials/{materialId}/composition', summary: 'Choose the lot in use', tags })
    .errors(refusals)
    .input(z.object({ materialId, compositionId: compositionId.nullable() }))
    .output(libraryMaterialShape),
  /** Takes it away and answers it. */
  remove: oc
    .route({ method: 'DELETE', path: '/compositions/{compositionId}', summary: 'Remove a composition', tags })
    .errors(refusals)
    .input(z.object({ compositionId }))
    .output(lotCompositionShape),
};
