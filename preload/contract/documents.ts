import { oc } from '@orpc/contract';
import { z } from 'zod';
import { documentKinds, type StudioDocument } from '#perfumery/documents/document.ts';
import { refusals } from './errors.ts';
import { recipeId, trialId } from './shapes.ts';

const tags = ['documents'];

const wanted = z.object({
  recipeId,
  /** Absent: the working formula. */
  trialId: trialId.exactOptional(),
  kind: z.enum(documentKinds),
  language: z.enum(['ko', 'en']).default('en'),
});

export const documents = {
  /** A certificate, allergen declaration, label or hazard draft, to be looked at. */
  make: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/documents/{kind}', summary: 'Look at a document', tags })
    .errors(refusals)
    .input(wanted)
    .output(z.custom<StudioDocument>()),
  /** The same as a file. */
  write: oc
    .route({ method: 'GET', path: '/recipes/{recipeId}/documents/{kind}/{format}', summary: 'Export a document', tags })
    .errors(refusals)
    .input(wanted.extend({ format: z.enum(['pdf', 'csv']) }))
    .output(z.file()),
};
