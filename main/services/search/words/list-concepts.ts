import { labelOf } from '#intelligence/language/lexicon.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { type ConceptCategory, dictionaryForm } from '#perfumery/search/concept.ts';
import type { WordNeeds } from './word-needs.ts';

/** A concept as one chooses it: its name, and every word for it. */
export interface ListedConcept {
  readonly id: string;
  readonly category: ConceptCategory;
  readonly label: InTwoLanguages;
  readonly words: InTwoLanguages<readonly string[]>;
}

/** Every concept of the shipped lexicon, in its order: what a word of one's own can mean. */
export function listConcepts({ lexicon, labelOf: nameOf }: Pick<WordNeeds, 'lexicon' | 'labelOf'>) {
  return (): readonly ListedConcept[] =>
    lexicon()
      .concepts.filter(({ id }) => !id.startsWith('own-'))
      .map((concept) => ({
        id: concept.id,
        category: concept.category,
        label: nameOf(concept.id) ?? labelOf(concept),
        words: {
          ko: [...concept.forms.ko, ...concept.forms.loan].map(dictionaryForm),
          en: concept.forms.en,
        },
      }));
}
