import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { factsShape, libraryMaterialShape, materialId, shelfShape } from './shapes.ts';

const tags = ['materials'];

export const materials = {
  /** Every material, shipped and own, archived ones included. */
  list: oc
    .route({ method: 'GET', path: '/materials', summary: 'List materials', tags })
    .output(z.array(libraryMaterialShape)),
  get: oc
    .route({ method: 'GET', path: '/materials/{materialId}', summary: 'Read a material', tags })
    .errors(refusals)
    .input(z.object({ materialId }))
    .output(libraryMaterialShape),
  /** Adds a material of the perfumer's own. */
  add: oc
    .route({ method: 'POST', path: '/materials', summary: 'Add a material', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ facts: factsShape, shelf: shelfShape.exactOptional() }))
    .output(libraryMaterialShape),
  /** Replaces facts and shelf. For a shipped material only what differs from the shipped facts is kept, as the perfumer's own. */
  edit: oc
    .route({ method: 'PUT', path: '/materials/{materialId}', summary: 'Edit a material', tags })
    .errors(refusals)
    .input(z.object({ materialId, revision: z.int(), facts: factsShape, shelf: shelfShape }))
    .output(libraryMaterialShape),
  /** Takes the perfumer's own facts off a shipped material again. */
  revert: oc
    .route({ method: 'POST', path: '/materials/{materialId}/revert', summary: 'Back to the shipped facts', tags })
    .errors(refusals)
    .input(z.object({ materialId }))
    .output(libraryMaterialShape),
  /** A copy of its own, under a name that is free. */
  duplicate: oc
    .route({ method: 'POST', path: '/materials/{materialId}/duplicate', summary: 'Duplicate a material', tags })
    .errors(refusals)
    .input(z.object({ materialId }))
    .output(libraryMaterialShape),
  /** Archived materials stay in the formulas that use them and are no longer offered. */
  archive: oc
    .route({ method: 'POST', path: '/materials/{materialId}/archive', summary: 'Archive or bring back', tags })
    .errors(refusals)
    .input(z.object({ materialId, archived: z.boolean() }))
    .output(libraryMaterialShape),
  /** Each material as it changes, from any window. */
  watch: oc
    .route({ method: 'GET', path: '/materials/changes', summary: 'Follow materials', tags })
    .output(eventIterator(libraryMaterialShape)),
};
