import { oc } from '@orpc/contract';
import { z } from 'zod';
import { conceptCategories } from '#perfumery/search/concept.ts';
import { refusals } from './errors.ts';
import { idText, nameShape, proseShape } from './shapes.ts';

const tags = ['lexicon'];
const means = z.array(z.object({ concept: z.string().min(1).max(80), weight: z.number().gt(0).lte(1) })).max(100);

/** A word of the perfumer's own. One meaning at weight 1: another word for that concept. */
export const ownWordShape = z.object({ id: idText, text: proseShape(200), means });
export type OwnWordOnWire = z.output<typeof ownWordShape>;

const conceptShape = z.object({
  id: z.string(),
  category: z.enum(conceptCategories),
  label: nameShape,
  words: z.object({ ko: z.array(z.string()).readonly(), en: z.array(z.string()).readonly() }),
});
export type ListedConcept = z.output<typeof conceptShape>;

export const lexicon = {
  /** Everything a word can mean. */
  concepts: oc
    .route({ method: 'GET', path: '/lexicon/concepts', summary: 'List the concepts of the lexicon', tags })
    .output(z.array(conceptShape)),
  words: oc
    .route({ method: 'GET', path: '/lexicon/words', summary: "List the perfumer's own words", tags })
    .output(z.array(ownWordShape)),
  /** Keeps a word, new or changed, or one that was removed just now. Searches understand it at once. */
  keep: oc
    .route({ method: 'PUT', path: '/lexicon/words/{id}', summary: 'Keep a word', tags })
    .errors(refusals)
    .input(ownWordShape)
    .output(ownWordShape),
  remove: oc
    .route({ method: 'DELETE', path: '/lexicon/words/{id}', summary: 'Remove a word', tags })
    .errors(refusals)
    .input(z.object({ id: idText }))
    .output(ownWordShape),
};
