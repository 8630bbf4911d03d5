/**
 * @file The lexicon as it is asked: concepts by id, and what they bring to mind.
 *
 * The perfumer's own words join it: one that means a single concept is another word for it, one that means several is a concept
 * of its own that implies them.
 */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import {
  type AmbiguousForms,
  type Concept,
  type Concepts,
  dictionaryForm,
  type KoreanForm,
} from '#perfumery/search/concept.ts';
import type { OwnWord } from '#perfumery/search/own-word.ts';

export interface Lexicon {
  readonly concepts: readonly Concept[];
  readonly ambiguous: AmbiguousForms;
  readonly find: (id: string) => Concept | undefined;
  /** The concept that stands for a descriptor or a family of the catalogue. */
  readonly ofDescriptor: (id: string) => Concept | undefined;
  readonly ofFamily: (id: string) => Concept | undefined;
}

/** The shipped concepts with the perfumer's own words. A word whose concepts are gone is left out. */
export function createLexicon({ concepts: shipped, ambiguous }: Concepts, own: readonly OwnWord[] = []): Lexicon {
  const byId = new Map(shipped.map((concept) => [concept.id, concept]));
  for (const word of own) {
    const means = word.means.filter(({ concept }) => byId.has(concept) && concept !== `own-${word.id}`);
    const [only] = means;
    const synonymOf = means.length === 1 && only?.weight === 1 ? byId.get(only.concept) : undefined;
    if (synonymOf) byId.set(synonymOf.id, withForm(synonymOf, word.text));
    else if (means.length > 0) byId.set(`own-${word.id}`, ownConcept(word, means));
  }
  const concepts = [...byId.values()];
  const byDescriptor = new Map(
    concepts.flatMap((concept) => (concept.facets.descriptors ?? []).map((id) => [id, concept])),
  );
  const byFamily = new Map(concepts.flatMap((concept) => (concept.facets.families ?? []).map((id) => [id, concept])));
  return {
    concepts,
    ambiguous,
    find: (id) => byId.get(id),
    ofDescriptor: (id) => byDescriptor.get(id),
    ofFamily: (id) => byFamily.get(id),
  };
}

function withForm(concept: Concept, text: string): Concept {
  const { forms } = concept;
  const isKorean = /[가-힣]/.test(text);
  return {
    ...concept,
    forms: isKorean ? { ...forms, ko: [...forms.ko, text] } : { ...forms, en: [...forms.en, text.toLowerCase()] },
  };
}

function ownConcept({ id, text }: OwnWord, means: OwnWord['means']): Concept {
  const isKorean = /[가-힣]/.test(text);
  return {
    id: `own-${id}`,
    category: 'mood',
    forms: { ko: isKorean ? [text] : [], en: isKorean ? [] : [text.toLowerCase()], loan: [] },
    implies: Object.fromEntries(means.map(({ concept, weight }) => [concept, weight])),
    opposites: [],
    facets: {},
  };
}

/** Share of a weight that goes on from what is implied to what that implies in turn. */
const onward = 0.4;

/**
 * The concepts wished for with all they bring to mind, by weight 0..1: themselves, what they imply, and more weakly what that
 * implies. Where several lead to one, the strongest counts.
 */
export function profileOf(lexicon: Lexicon, wishes: ReadonlyMap<string, number>): Map<string, number> {
  const profile = new Map<string, number>();
  const raise = (id: string, weight: number) => {
    if (weight > (profile.get(id) ?? 0)) profile.set(id, weight);
  };
  for (const [id, weight] of wishes) {
    raise(id, weight);
    for (const [near, share] of Object.entries(lexicon.find(id)?.implies ?? {})) {
      raise(near, weight * share);
      for (const [far, further] of Object.entries(lexicon.find(near)?.implies ?? {})) {
        raise(far, weight * share * further * onward);
      }
    }
  }
  return profile;
}

/** What a concept is called on screen: its usual word in each language. */
export function labelOf({ id, forms }: Concept): InTwoLanguages {
  const korean: KoreanForm | undefined = forms.ko[0] ?? forms.loan[0];
  const english = forms.en[0];
  const ko = korean === undefined ? undefined : dictionaryForm(korean);
  return { en: english ?? ko ?? id, ko: ko ?? english ?? id };
}
