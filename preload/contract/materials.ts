import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { materialKinds } from '#perfumery/material/material.ts';
import { refusals } from './errors.ts';
import { factsShape, libraryMaterialShape, materialId, materialShape, nameShape, shelfShape } from './shapes.ts';

const tags = ['materials'];

/** The words odours are described with, and the sources the shipped facts name. */
export const vocabularyShape = z.object({
  descriptors: z.array(
    z.object({
      id: z.string(),
      name: nameShape,
      parent: z.string().exactOptional(),
      synonyms: z.object({ en: z.array(z.string()), ko: z.array(z.string()) }),
    }),
  ),
  /** One key may stand for a different text in materials of another kind. */
  sources: z.array(
    z.object({
      key: z.string(),
      kinds: z.array(z.enum(materialKinds)),
      title: z.string(),
      url: z.string().exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
});
export type Vocabulary = z.output<typeof vocabularyShape>;

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
  /** What was shipped under this id, whatever the perfumer has changed; null for a material of the perfumer's own. */
  shipped: oc
    .route({ method: 'GET', path: '/materials/{materialId}/shipped', summary: 'Read the shipped facts', tags })
    .errors(refusals)
    .input(z.object({ materialId }))
    .output(materialShape.nullable()),
  /** The odour vocabulary and the sources of the shipped facts. */
  vocabulary: oc
    .route({ method: 'GET', path: '/vocabulary', summary: 'Odour words and sources', tags })
    .output(vocabularyShape),
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
