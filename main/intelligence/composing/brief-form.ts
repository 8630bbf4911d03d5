/**
 * @file The form a model fills in when it reads a brief, as a grammar: each point is words of the brief and what they mean, by
 * a word of the vocabulary. Numbers are bounded, and nothing has to be filled in.
 *
 * Up to `longestQuotable` the quotations are part of the grammar, so that a model can only copy; in a longer brief every
 * beginning of a word would cost a look at each token, and quotations are checked afterwards alone.
 */

import type { Lexicon } from '#intelligence/language/lexicon.ts';
import { noteCategories, sceneCategories, toldIntensities, toldLastings } from '#perfumery/brief/brief-reading.ts';
import { productTypes } from '#perfumery/formula/product-types.ts';
import { families } from '#perfumery/material/material.ts';
import { categories } from '#perfumery/safety/category.ts';
import { type ConceptCategory, genders, seasons } from '#perfumery/search/concept.ts';
import {
  decimalNumber,
  grammarOf,
  inOrder,
  jsonList,
  jsonObject,
  jsonQuotation,
  jsonText,
  jsonWord,
  jsonWordOfMany,
  literal,
  oneOf,
  wholeNumber,
} from './gbnf.ts';

/** The names of the form, as they stand in it. */
export const listFields = ['families', 'wanted', 'unwanted', 'moods', 'scenes', 'seasons', 'genders'] as const;
export type ListField = (typeof listFields)[number];
export const singleFields = ['intensity', 'longevity', 'product', 'price'] as const;
export type FormField = ListField | (typeof singleFields)[number] | 'references';

/** The words each field may be filled with. */
export interface BriefVocabulary extends Readonly<Record<ListField, readonly string[]>> {
  /** `productTypes`, and `category 4` where a category is said alone. */
  readonly product: readonly string[];
  readonly currencies: readonly string[];
}

const currencies = ['KRW', 'USD', 'EUR', 'GBP', 'JPY', 'CNY', 'CHF'] as const;

/** Before the id of a material, which could be a concept's too. */
export const materialMark = 'material ';
export const categoryMark = 'category ';

/** Everything the lexicon has a word for, and the materials that are named. */
export function briefVocabulary(lexicon: Lexicon, materials: readonly string[]): BriefVocabulary {
  const idsOf = (isIn: (category: ConceptCategory) => boolean) =>
    lexicon.concepts.filter(({ category }) => isIn(category)).map(({ id }) => id);
  const notes = [...idsOf((one) => noteCategories.includes(one)), ...materials.map((id) => `${materialMark}${id}`)];
  return {
    families,
    wanted: notes,
    unwanted: [...new Set([...notes, ...idsOf((one) => one === 'family')])],
    moods: idsOf((one) => one === 'mood'),
    scenes: idsOf((one) => sceneCategories.includes(one)),
    seasons,
    genders,
    product: [...productTypes.map(({ key }) => key), ...categories.map((one) => `${categoryMark}${one}`)],
    currencies,
  };
}

/** Points of one list; a brief that asks for more is no brief. */
const mostPoints = 24;
const longestWords = 120;
const longestQuotable = 2500;
const mostHours = 96;
const mostPrice = 100_000_000;

/** The grammar of the form for one brief. */
export function briefGrammar(text: string, vocabulary: BriefVocabulary): string {
  const quotation = text.length <= longestQuotable ? jsonQuotation(text, 'q') : undefined;
  const point = (rule: string) =>
    jsonObject([
      ['words', 'words'],
      ['is', rule],
    ]);
  const orNothing = (part: string) => oneOf([literal('null'), part]);
  const lists = listFields.map((field) => [field, jsonList(`${field}-point`, 0, mostPoints)] as const);
  const form = jsonObject([
    ...lists,
    ['intensity', orNothing(point(jsonWord(toldIntensities)))],
    ['longevity', orNothing('longevity')],
    ['product', orNothing(point('product'))],
    ['price', orNothing('price')],
    ['references', jsonList('words', 0, mostPoints)],
  ]);
  const longevity = oneOf([
    point(jsonWord(toldLastings)),
    jsonObject([
      ['words', 'words'],
      ['hours', wholeNumber(1, mostHours)],
    ]),
  ]);
  const price = jsonObject([
    ['words', 'words'],
    ['perKilogram', decimalNumber(1, mostPrice, 2)],
    ['currency', jsonWord(vocabulary.currencies)],
  ]);
  return grammarOf(inOrder(form), {
    ...Object.fromEntries(
      listFields.flatMap((field) => [
        [`${field}-point`, point(`${field}-word`)],
        [`${field}-word`, jsonWordOfMany(vocabulary[field])],
      ]),
    ),
    longevity,
    product: jsonWordOfMany(vocabulary.product),
    price,
    words: quotation?.part ?? jsonText(longestWords),
    ...quotation?.rules,
  });
}
