/**
 * @file What a model filled in, as a reading of the brief. A point whose words do not stand in the brief is left out, and so is
 * a number that its words do not say.
 */

import { lowered } from '#intelligence/language/read-lowered.ts';
import { readHours } from '#intelligence/language/read-numbers.ts';
import { readPrices } from '#intelligence/language/read-price.ts';
import {
  type BriefReading,
  type Told,
  type ToldLongevity,
  type ToldNote,
  toldIntensities,
} from '#perfumery/brief/brief-reading.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import { categories } from '#perfumery/safety/category.ts';
import type { Span } from '#perfumery/search/chip.ts';
import { decimalOf, decimalText } from '#perfumery/units/decimal.ts';
import { type BriefVocabulary, categoryMark, type FormField, materialMark } from './brief-form.ts';
import { closeJson } from './close-json.ts';
import { numbersIn } from './numbers-given.ts';

/** A point that is not believed, and why. */
export interface LeftOut {
  readonly field: FormField;
  readonly words: string;
  readonly why: 'not-in-brief' | 'not-a-word' | 'not-its-number';
}

export interface ParsedBrief {
  readonly reading: BriefReading;
  readonly leftOut: readonly LeftOut[];
  /** False where the answer broke off: what came before it is read. */
  readonly isWhole: boolean;
}

interface PointSaid {
  readonly words?: unknown;
  readonly is?: unknown;
  readonly hours?: unknown;
  readonly perKilogram?: unknown;
  readonly currency?: unknown;
}

/** Reads an answer to `briefGrammar`. `text` is the brief in NFC: spans count in it. */
export function parseBriefForm(answer: string, text: string, vocabulary: BriefVocabulary): ParsedBrief {
  const { value, isWhole } = closeJson(answer);
  const form = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const leftOut: LeftOut[] = [];
  const drop = (field: FormField, words: string, why: LeftOut['why']): undefined => {
    leftOut.push({ field, words, why });
  };
  const spanOf = (field: FormField, said: unknown): Span | undefined => {
    const words = typeof said === 'string' ? said.normalize('NFC').trim() : '';
    const from = words === '' ? -1 : text.indexOf(words);
    return from < 0 ? drop(field, words, 'not-in-brief') : { from, to: from + words.length };
  };
  const listOf = (field: FormField): readonly PointSaid[] => {
    const list = form[field];
    return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
  };
  const wordsOf = (span: Span) => text.slice(span.from, span.to);

  const told = <T>(field: keyof BriefVocabulary & FormField, read: (word: string) => T): readonly Told<T>[] => {
    const points = listOf(field).flatMap(({ words, is }): Told<T>[] => {
      const span = spanOf(field, words);
      if (!span) return [];
      if (typeof is !== 'string' || !vocabulary[field].includes(is))
        return drop(field, wordsOf(span), 'not-a-word') ?? [];
      return [{ value: read(is), span }];
    });
    const keys = points.map((point) => JSON.stringify(point.value));
    return points.filter((_, at) => keys.indexOf(keys[at] as string) === at);
  };
  const one = <T>(field: FormField, read: (said: PointSaid, words: string) => Read<T>): Told<T> | undefined => {
    const said = form[field] as PointSaid | null | undefined;
    if (typeof said !== 'object' || said === null) return undefined;
    const span = spanOf(field, said.words);
    if (!span) return undefined;
    const point = read(said, wordsOf(span));
    return 'why' in point ? drop(field, wordsOf(span), point.why) : { value: point.value, span };
  };
  const word = (id: string) => id;
  const note = (id: string): ToldNote =>
    id.startsWith(materialMark) ? { material: id.slice(materialMark.length) } : { concept: id };

  const intensity = one('intensity', ({ is }) => known(toldIntensities.find((each) => each === is)));
  const longevity = one('longevity', readLongevity);
  const product = one('product', ({ is }) => known(productOf(is)));
  const price = one('price', (said, words) => readCeiling(said, words, vocabulary.currencies));
  const lists = {
    families: told('families', word),
    notesWanted: told('wanted', note),
    notesUnwanted: told('unwanted', note),
    moods: told('moods', word),
    scenes: told('scenes', word),
    seasons: told('seasons', word),
    genders: told('genders', word),
  };
  const referencesSaid = Array.isArray(form.references) ? form.references : [];
  const references = referencesSaid.flatMap((said): Told<string>[] => {
    const span = spanOf('references', said);
    return span ? [{ value: wordsOf(span), span }] : [];
  });
  const reading: BriefReading = {
    text,
    ...lists,
    references: references.filter(({ value }, at) => references.findIndex((each) => each.value === value) === at),
    ...(intensity && { intensity }),
    ...(longevity && { longevity }),
    ...(product && { product }),
    ...(price && { priceCeiling: price }),
  };
  return { reading, leftOut, isWhole };
}

type Read<T> = { readonly value: T } | { readonly why: LeftOut['why'] };

const known = <T>(value: T | undefined): Read<T> => (value === undefined ? { why: 'not-a-word' } : { value });

function readLongevity({ is, hours }: PointSaid, words: string): Read<ToldLongevity> {
  if (is === 'long-lasting' || is === 'fleeting') return { value: is };
  if (typeof hours !== 'number') return { why: 'not-a-word' };
  const read = readHours(lowered(words)).flatMap(({ filter }) =>
    filter?.field === 'tenacity' && filter.min !== undefined ? [filter.min] : [],
  );
  const isSaid = numbersIn(words).some(({ value }) => value === hours) || read.includes(hours);
  return isSaid ? { value: { hours } } : { why: 'not-its-number' };
}

function readCeiling(
  { perKilogram, currency }: PointSaid,
  words: string,
  currencies: readonly string[],
): Read<NonNullable<BriefReading['priceCeiling']>['value']> {
  if (typeof currency !== 'string' || !currencies.includes(currency)) return { why: 'not-a-word' };
  if (typeof perKilogram !== 'number' || !(perKilogram > 0)) return { why: 'not-its-number' };
  const read = readPrices(lowered(words), undefined).flatMap(({ filter, about }) =>
    filter?.field === 'pricePerKg' ? [filter.max, filter.min, about] : [],
  );
  const isSaid = numbersIn(words).some(({ value }) => value === perKilogram) || read.includes(perKilogram);
  return isSaid ? { value: { perKilogram: decimalText(decimalOf(perKilogram)), currency } } : { why: 'not-its-number' };
}

function productOf(said: unknown): NonNullable<BriefReading['product']>['value'] | undefined {
  if (typeof said !== 'string') return undefined;
  const category = categories.find((each) => said === `${categoryMark}${each}`);
  if (category) return { category };
  const type = findProductType(said);
  return type && { type: type.key, category: type.category };
}
