/**
 * @file A brief understood by the lexicon alone, in Korean and English: what a language model does with more feeling, done
 * plainly.
 *
 * A brief is read as a long sentence of the search box would be, after greetings, heads of e-mails and signatures are passed over
 * and what stands under a heading such as `to avoid:` is turned round. Every point keeps its words.
 */
import type { BriefReading, Told, ToldIntensity, ToldLongevity, ToldNote } from '#perfumery/brief/brief-reading.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Chip, Span } from '#perfumery/search/chip.ts';
import type { ConceptCategory } from '#perfumery/search/concept.ts';
import type { ReadContext } from '#perfumery/search/sentence-reading.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { Lexicon } from './lexicon.ts';
import { avoidedIn, silentIn } from './read-letter.ts';
import { lowered } from './read-lowered.ts';
import { readHours } from './read-numbers.ts';
import { readPrices } from './read-price.ts';
import { readQuery } from './read-query.ts';
import { readReferences } from './read-references.ts';

const notes: ReadonlySet<ConceptCategory> = new Set(['note', 'descriptor', 'style', 'texture']);
const scenes: ReadonlySet<ConceptCategory> = new Set(['occasion', 'time', 'place', 'weather', 'colour', 'person']);
const intensities: Readonly<Record<string, ToldIntensity>> = {
  subtle: 'subtle',
  moderate: 'moderate',
  intense: 'intense',
  deep: 'intense',
  'strong-sillage': 'intense',
};
const contrary: Readonly<Record<ToldIntensity, ToldIntensity>> = {
  subtle: 'intense',
  moderate: 'moderate',
  intense: 'subtle',
};

/** Reads a brief of up to `longestBrief`; whoever asks has refused a longer one. */
export function readBrief(written: string, lexicon: Lexicon, context: ReadContext): BriefReading {
  const text = written.normalize('NFC').toWellFormed();
  const { under, headings } = avoidedIn(text);
  const silent = silentIn(text);
  const references = readReferences(text, (span) => silent.some((one) => overlap(one, span)));
  const masked = blank(text, [...silent, ...headings, ...references.map(({ span }) => span)]);
  const { chips } = readQuery(masked, lexicon, context);
  const collected = collect(chips, lexicon, (span) => under.some((one) => one.from <= span.from && span.from < one.to));
  const hours = hoursIn(masked);
  const price = ceilingIn(masked);
  return {
    text,
    ...collected.lists,
    references,
    ...(collected.intensity && { intensity: collected.intensity }),
    ...((hours ?? collected.longevity) && { longevity: hours ?? collected.longevity }),
    ...(collected.product && { product: collected.product }),
    ...(price && { priceCeiling: price }),
  } as BriefReading;
}

interface Collected {
  readonly lists: Pick<
    BriefReading,
    'families' | 'notesWanted' | 'notesUnwanted' | 'moods' | 'scenes' | 'seasons' | 'genders'
  >;
  readonly intensity: Told<ToldIntensity> | undefined;
  readonly longevity: Told<ToldLongevity> | undefined;
  readonly product: BriefReading['product'] | undefined;
}

function collect(chips: readonly Chip[], lexicon: Lexicon, isAvoided: (span: Span) => boolean): Collected {
  const families: Told<string>[] = [];
  const notesWanted: Told<ToldNote>[] = [];
  const notesUnwanted: Told<ToldNote>[] = [];
  const moods: Told<string>[] = [];
  const told: Told<string>[] = [];
  const seasons: Told<string>[] = [];
  const genders: Told<string>[] = [];
  let intensity: Told<ToldIntensity> | undefined;
  let longevity: Told<ToldLongevity> | undefined;
  let product: BriefReading['product'] | undefined;
  let category: BriefReading['product'] | undefined;
  for (const chip of chips) {
    const { span, wish } = chip;
    const isUnwanted = chip.isNegated || isAvoided(span);
    if (chip.topic === 'ifra' && !chip.isNegated) category ??= categoryOf(chip);
    if (!wish) continue;
    if ('material' in wish) {
      once(isUnwanted ? notesUnwanted : notesWanted, { material: wish.material }, span);
      continue;
    }
    const concept = lexicon.find(wish.concept);
    if (!concept) continue;
    const { id, facets } = concept;
    if (isUnwanted) {
      if (concept.category === 'family' || notes.has(concept.category)) once(notesUnwanted, { concept: id }, span);
      const strength = intensities[id];
      if (concept.category === 'intensity' && strength) intensity ??= { value: contrary[strength], span };
      continue;
    }
    if (concept.category === 'family') for (const family of facets.families ?? []) once(families, family, span);
    else if (notes.has(concept.category)) once(notesWanted, { concept: id }, span);
    else if (concept.category === 'mood') once(moods, id, span);
    else if (concept.category === 'season') for (const season of facets.seasons ?? []) once(seasons, season, span);
    else if (concept.category === 'gender') for (const gender of facets.genders ?? []) once(genders, gender, span);
    else if (scenes.has(concept.category)) once(told, id, span);
    else if (concept.category === 'intensity' && intensities[id]) intensity ??= { value: intensities[id], span };
    else if (concept.category === 'longevity')
      longevity ??= { value: id === 'fleeting' ? 'fleeting' : 'long-lasting', span };
    else if (concept.category === 'product') product ??= productOf(facets.products?.[0], span);
  }
  return {
    lists: { families, notesWanted, notesUnwanted, moods, scenes: told, seasons, genders },
    intensity,
    longevity,
    product: product ?? category,
  };
}

/** Adds what was not told yet. */
function once<T>(list: Told<T>[], value: T, span: Span): void {
  const key = JSON.stringify(value);
  if (!list.some((one) => JSON.stringify(one.value) === key)) list.push({ value, span });
}

function productOf(key: string | undefined, span: Span): BriefReading['product'] | undefined {
  const type = key === undefined ? undefined : findProductType(key);
  return type && { value: { type: type.key, category: type.category }, span };
}

function categoryOf({ span, ...chip }: Chip): BriefReading['product'] | undefined {
  if (chip.strictness !== 'hard' || !('any' in chip.filter)) return undefined;
  const [first] = chip.filter.any;
  const category = categories.find((one: Category) => one === first);
  return category && { value: { category }, span };
}

function hoursIn(text: string): Told<ToldLongevity> | undefined {
  for (const { filter, from, to } of readHours(lowered(text))) {
    if (filter?.field === 'tenacity' && filter.min !== undefined)
      return { value: { hours: filter.min }, span: { from, to } };
  }
  return undefined;
}

/** The first ceiling a kilogram may not cost more than, in the currency it was said in. */
function ceilingIn(text: string): BriefReading['priceCeiling'] | undefined {
  for (const { filter, currency, about, from, to } of readPrices(lowered(text), undefined)) {
    if (filter?.field === 'pricePerKg' && filter.max !== undefined && currency !== undefined) {
      return { value: { perKilogram: String(about ?? filter.max) as DecimalText, currency }, span: { from, to } };
    }
  }
  return undefined;
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Blank but for the line breaks, so that sentences stay apart. */
function blank(text: string, spans: readonly Span[]): string {
  let masked = text;
  for (const { from, to } of spans)
    masked = masked.slice(0, from) + masked.slice(from, to).replace(/[^\n]/g, ' ') + masked.slice(to);
  return masked;
}
