/** @file A search result as a quotation: what somebody wrote of it, and what opens when it is clicked. */
import { familyNames } from '#perfumery/search/family-names.ts';
import type { Findable, PieceField } from '#services/search/items/findable.ts';
import type { SearchAnswerHit } from '#services/search/search-library.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';

/** A piece of the library that was quoted to a model. */
export interface Source {
  /** Id of the search item. */
  readonly id: string;
  readonly title: string;
  readonly quote: string;
}

const written: ReadonlySet<PieceField> = new Set(['brief', 'note', 'words', 'tag', 'product']);
const longest = 400;

/** Quotes what was found, by the words people wrote and the odour words of the vocabulary. At most 400 characters. */
export function quote({ descriptors }: Pick<AssistantNeeds, 'descriptors'>, language: Tongue) {
  const smells = ({ item }: Findable) => [
    ...item.facets.families.map((id) => familyNames[id as keyof typeof familyNames]?.[language] ?? id),
    ...item.facets.descriptors.map((id) => descriptors.find((one) => one.id === id)?.name[language] ?? id),
  ];
  return ({ found }: SearchAnswerHit): Source => {
    const { item, pieces } = found;
    const texts = pieces.filter(({ field }) => written.has(field)).map(({ text }) => text);
    const title = item.title[language] || item.title.en || item.title.ko || item.id;
    return { id: item.id, title, quote: [...new Set([...texts, ...smells(found)])].join(', ').slice(0, longest) };
  };
}
