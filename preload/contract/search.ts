import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { EvaluationId } from '#foundation/ids.ts';
import { families } from '#perfumery/material/material.ts';
import { categories } from '#perfumery/safety/category.ts';
import { listFields, numberFields } from '#perfumery/search/search-filter.ts';
import { searchKinds } from '#perfumery/search/search-item.ts';
import { refusals } from './errors.ts';
import { idText, materialId, nameShape, proseShape, recipeId, trialId } from './shapes.ts';

const tags = ['search'];
const value = z.string().min(1).max(200);
const evaluationId = idText.transform((text) => text as EvaluationId);
export const searchKindShape = z.enum(searchKinds);

/** What a result must be. All filters of a search hold together; bounds of ranges are included. */
export const searchFilterShape = z.union([
  z.object({ field: z.literal('kind'), any: z.array(searchKindShape).min(1) }),
  z.object({ field: z.enum(listFields), any: z.array(value).min(1).max(2000) }),
  z.object({ field: z.enum(listFields), none: z.array(value).min(1).max(2000) }),
  z.object({ field: z.enum(numberFields), min: z.number().exactOptional(), max: z.number().exactOptional() }),
  z.object({ field: z.literal('changed'), from: z.iso.date().exactOptional(), to: z.iso.date().exactOptional() }),
]);

/** Like one thing, or between two (`share` 0 is the first); `towards` a concept, or away from it below 0. */
export const likeShape = z.object({
  ids: z.array(z.string().min(1).max(200)).min(1).max(2),
  share: z.number().min(0).max(1).default(0.5),
  towards: z.object({ concept: z.string().min(1).max(80), amount: z.number().min(-1).max(1) }).exactOptional(),
});
export type SearchLike = z.output<typeof likeShape>;

/** What a search asks: kept as it is by a saved search. */
export const searchAskedShape = z.object({
  text: proseShape(500).default(''),
  filters: z.array(searchFilterShape).max(40).default([]),
  /** Keys of chips that were put away: what they say is then not asked. */
  without: z.array(z.string().max(200)).max(40).default([]),
  like: likeShape.exactOptional(),
});
export type SearchAsked = z.output<typeof searchAskedShape>;

const opensShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('material'), materialId }),
  z.object({ what: z.literal('recipe'), recipeId }),
  z.object({ what: z.literal('trial'), recipeId, trialId }),
  z.object({ what: z.literal('evaluation'), recipeId, trialId, evaluationId }),
]);

const verdict = z.enum(['pass', 'over-limit', 'prohibited', 'unknown']);
const ifraShape = z.union([
  z.object({ state: verdict, category: z.enum(categories) }),
  /** The highest % of a finished product the material alone may make. */
  z.object({ state: z.literal('limited'), category: z.enum(categories), most: z.number() }),
]);

const spans = z.array(z.tuple([z.int(), z.int()]));
/** Why it was found: words where they stand (`spans` in UTF-16 units of `text`), or what it smells of and was wished for. */
const whyShape = z.object({
  texts: z.array(z.object({ field: z.string(), text: z.string(), spans })),
  concepts: z.array(z.object({ id: z.string(), label: nameShape, isImplied: z.boolean() })),
  /** Nearness of meaning by the encoder, 0..1; absent where it was not found by it. */
  meaning: z.number().exactOptional(),
});

export const searchHitShape = z.object({
  id: z.string(),
  kind: searchKindShape,
  subject: z.string(),
  title: z.object({ en: z.string().exactOptional(), ko: z.string().exactOptional() }),
  titleSpans: z.object({ en: spans, ko: spans }),
  opens: opensShape,
  family: z.enum(families).exactOptional(),
  cas: z.string().exactOptional(),
  of: nameShape.exactOptional(),
  number: z.int().exactOptional(),
  lineCount: z.int().exactOptional(),
  ifra: ifraShape.exactOptional(),
  /** In `currency` for one kilogram, of concentrate where it is a formula. */
  pricePerKg: z.number().exactOptional(),
  isPricePartial: z.boolean().exactOptional(),
  /** g. */
  stock: z.number().exactOptional(),
  /** 0..10. */
  rating: z.number().exactOptional(),
  /** h on a blotter. */
  tenacity: z.number().exactOptional(),
  isTenacityLeast: z.boolean().exactOptional(),
  changed: z.string().exactOptional(),
  tags: z.array(z.string()),
  why: whyShape,
  /** Comparable within one answer. */
  score: z.number(),
});
export type SearchHit = z.output<typeof searchHitShape>;

/** One thing that was understood from the text; `key` puts it away. */
const chipShape = z.object({
  key: z.string(),
  /** As it stands in the sentence, or what was meant where it was misspelt. */
  written: z.string(),
  /** What it was taken for. */
  label: nameShape,
  /** What kind of thing it is: family, mood, price … */
  about: z.string(),
  isNegated: z.boolean(),
  /** Leaves out what is not so; otherwise it only comes later. */
  isHard: z.boolean(),
  filters: z.array(searchFilterShape),
  /** Where it stands in the text, in UTF-16 units. */
  span: z.tuple([z.int(), z.int()]).exactOptional(),
});
export type SearchChip = z.output<typeof chipShape>;

const countShape = z.object({ value: z.string(), count: z.int(), label: nameShape.exactOptional() });
/** How many of what was found have each value, as if the field's own filter were not set. */
const facetShape = z.object({ field: z.string(), values: z.array(countShape) });
const rangeShape = z.object({ field: z.enum(numberFields), min: z.number(), max: z.number(), known: z.int() });

export const searchStateShape = z.object({
  /** Things that can be found now. */
  items: z.int(),
  shelf: z.object({ stage: z.enum(['resting', 'reading', 'making']), left: z.int(), total: z.int() }),
  /** `off`: no encoder here, so nothing is found by meaning beyond the words it knows. */
  meaning: z.union([
    z.object({ stage: z.literal('off') }),
    z.object({ stage: z.literal('ready'), model: z.string() }),
    z.object({ stage: z.literal('building'), model: z.string(), done: z.int(), total: z.int() }),
    z.object({
      stage: z.literal('scanning'),
      model: z.string(),
      because: z.string(),
      done: z.int(),
      total: z.int(),
    }),
  ]),
});
export type SearchState = z.output<typeof searchStateShape>;

export const searchFoundShape = z.object({
  chips: z.array(chipShape),
  /** Words that were looked for as they are. */
  rest: z.string(),
  /** Those of them that stand nowhere in the library: a lexicon could learn them. */
  unknown: z.array(z.string()),
  total: z.int(),
  /** Only kinds of which something was found, best first. */
  groups: z.array(z.object({ kind: searchKindShape, total: z.int(), hits: z.array(searchHitShape) })),
  facets: z.array(facetShape),
  ranges: z.array(rangeShape),
  /** Where filters leave nothing: what each of them alone holds back. `chip`: its key; `filter`: its place in what was asked. */
  lifts: z.array(z.object({ chip: z.string().exactOptional(), filter: z.int().exactOptional(), would: z.int() })),
  /** Nothing of the text was known: what is shown is simply what there is. */
  isGuess: z.boolean(),
  /** `meaning`: without vectors. `shelf`: not everything could be looked through yet. */
  degraded: z.array(z.enum(['meaning', 'shelf'])),
  currency: z.string(),
});
export type SearchFound = z.output<typeof searchFoundShape>;

export const savedSearchShape = z.object({
  id: idText,
  name: proseShape(200),
  asked: searchAskedShape,
  created: z.string(),
});
export type SavedSearch = z.output<typeof savedSearchShape>;

const mapPointShape = z.object({
  id: z.string(),
  kind: searchKindShape,
  title: z.object({ en: z.string().exactOptional(), ko: z.string().exactOptional() }),
  opens: opensShape,
  family: z.enum(families).exactOptional(),
  number: z.int().exactOptional(),
  /** -1 to 1; neither axis has a meaning or a unit: what lies together smells alike. */
  x: z.number(),
  y: z.number(),
});
export type MapPoint = z.output<typeof mapPointShape>;

/** `share` of the work done, 0..1. */
export const mapStageShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('laying'), share: z.number() }),
  z.object({ stage: z.literal('done'), by: z.enum(['meaning', 'concepts']), points: z.array(mapPointShape) }),
]);

export const search = {
  /** Finds materials, accords, recipes, trials, evaluations and notes by a sentence, by filters, or by what they are like. */
  find: oc
    .route({ method: 'POST', path: '/search', summary: 'Search the library', tags })
    .errors(refusals)
    .input(
      searchAskedShape.extend({
        /** At most so many of each kind; with `kind`, so many of that kind from `offset` on. */
        limit: z.int().min(1).max(200).default(8),
        kind: searchKindShape.exactOptional(),
        offset: z.int().min(0).default(0),
      }),
    )
    .output(searchFoundShape),
  /** The same by address, for a quick look: the text alone. */
  quick: oc
    .route({ method: 'GET', path: '/search', summary: 'Search by text', tags })
    .errors(refusals)
    .input(z.object({ text: proseShape(500), limit: z.coerce.number().int().min(1).max(200).default(8) }))
    .output(searchFoundShape),
  /** Ways from one end to the other that `like` can go: fresher, sweeter, darker. */
  axes: oc
    .route({ method: 'GET', path: '/search/axes', summary: 'Ways to go from a thing', tags })
    .output(z.array(z.object({ concept: z.string(), label: nameShape, opposite: nameShape }))),
  /** The library as a map. Leave off listening to cancel. */
  map: oc
    .route({ method: 'GET', path: '/search/map', summary: 'Lay the library out as a map', tags })
    .input(z.object({ kinds: z.array(searchKindShape).min(1).default(['material']) }))
    .output(eventIterator(mapStageShape)),
  /** How the index is doing. */
  state: oc
    .route({ method: 'GET', path: '/search/state', summary: 'How search is doing', tags })
    .output(searchStateShape),
  watch: oc
    .route({ method: 'GET', path: '/search/changes', summary: 'Follow how search is doing', tags })
    .output(eventIterator(searchStateShape)),
  saved: oc
    .route({ method: 'GET', path: '/search/saved', summary: 'Saved searches', tags })
    .output(z.array(savedSearchShape)),
  /** Keeps a search, new or renamed, or one that was removed just now. */
  keep: oc
    .route({ method: 'PUT', path: '/search/saved/{id}', summary: 'Keep a search', tags })
    .errors(refusals)
    .input(z.object({ id: idText, name: proseShape(200), asked: searchAskedShape }))
    .output(savedSearchShape),
  removeSaved: oc
    .route({ method: 'DELETE', path: '/search/saved/{id}', summary: 'Remove a saved search', tags })
    .errors(refusals)
    .input(z.object({ id: idText }))
    .output(savedSearchShape),
};
