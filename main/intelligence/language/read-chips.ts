/** @file What was meant, as chips: hard ones with a filter, soft ones with a wish. */
import type { Chip, ChipTopic, Degree, Span, Wish } from '#perfumery/search/chip.ts';
import type { Concept, ConceptCategory } from '#perfumery/search/concept.ts';
import type { ListField, SearchFilter } from '#perfumery/search/search-filter.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import type { ReadContext, WeightedConcept } from '#perfumery/search/sentence-reading.ts';
import type { Lexicon } from './lexicon.ts';
import type { Found } from './read-found.ts';
import { type LimitWord, looseKinds, type Meant } from './read-polarity.ts';

interface Needs {
  readonly meant: readonly Meant[];
  readonly limits: readonly LimitWord[];
  readonly found: readonly Found[];
  readonly lexicon: Lexicon;
  readonly context: ReadContext;
}

/** The chips of a sentence in its order, and its concepts, each once with the strongest that was said of it. */
export function chipsFrom(needs: Needs): {
  readonly chips: readonly Chip[];
  readonly concepts: readonly WeightedConcept[];
} {
  const drafts = [
    ...needs.meant.flatMap((meant) => draftsOf(meant, needs)),
    ...needs.limits.flatMap((limit) => limitDrafts(limit, needs.context)),
    ...needs.found.flatMap(foundDrafts),
  ].toSorted((a, b) => a.span.from - b.span.from);
  return { chips: named(merged(drafts)), concepts: conceptsOf(drafts) };
}

interface Draft {
  readonly topic: ChipTopic;
  readonly span: Span;
  readonly isNegated: boolean;
  readonly degree: Degree;
  readonly filter?: SearchFilter;
  readonly wish?: Wish;
  /** Less likely meanings of the same word. */
  readonly others?: readonly string[];
  readonly corrected?: string;
}

const topics: Readonly<Record<ConceptCategory, ChipTopic>> = {
  family: 'family',
  descriptor: 'smell',
  note: 'smell',
  style: 'smell',
  mood: 'mood',
  texture: 'smell',
  intensity: 'intensity',
  longevity: 'tenacity',
  season: 'season',
  occasion: 'occasion',
  time: 'occasion',
  place: 'occasion',
  weather: 'occasion',
  gender: 'gender',
  person: 'mood',
  colour: 'mood',
  product: 'product',
  kind: 'kind',
  role: 'role',
  origin: 'origin',
  price: 'price',
};

/** Weights of what is wished for by the way. */
const lightly: Readonly<Partial<Record<ConceptCategory, number>>> = {
  kind: 0.3,
  longevity: 0.8,
  price: 0.6,
  product: 0.5,
};
/** Said alone these are as much a smell or an impression as a place in the pyramid. */
const looseRoles = new Set(
  'ㅊㅓㅅㅎㅑㅇ ㅈㅏㄴㅎㅑㅇ ㅂㅔㅇㅣㅅㅡ top base heart middle head opening ㅊㅓㅅㅇㅣㄴㅅㅏㅇ ㅎㅏㅌㅡ ㅇㅗㅍㅡㄴㅣㅇ firstimpression anchor anchors'.split(
    ' ',
  ),
);

function weightOf(category: ConceptCategory | undefined, isNegated: boolean, degree: Degree): number {
  if (isNegated) return degree === 'too' || degree === 'less' ? 0.5 : degree === 'very' ? 0.7 : 1;
  const base = (category && lightly[category]) ?? 1;
  return degree === 'slightly' ? base * 0.5 : base;
}

function draftsOf(meant: Meant, { lexicon, context }: Needs): readonly Draft[] {
  const { token, negation, degree } = meant;
  const { entry } = token;
  if (!entry) return [];
  const [id, ...others] = entry.concepts;
  const concept = id === undefined ? undefined : lexicon.find(id);
  const isNegated = negation !== undefined;
  const base = {
    span: { from: meant.from, to: meant.to },
    isNegated,
    degree,
    ...(token.corrected !== undefined && { corrected: token.corrected }),
  };
  if (meant.isLimit) return [{ ...base, topic: 'limited-by', filter: oneOf('limitedBy', entry.standards, isNegated) }];
  const materials =
    entry.materials.length > 0 && !concept ? entry.materials : ingredientsOf(concept, entry.materials, context);
  const wish = wishOf(concept, entry.materials, weightOf(concept?.category, isNegated, degree));
  const common = { ...base, ...(wish && { wish }), ...(others.length > 0 && { others }) };
  if (negation === 'exclude') return excluded({ ...common, meant, concept, materials });
  if (meant.as === 'instead') {
    // Not what smells like it: that is what is looked for.
    const itself = concept
      ? [...new Set([...entry.materials, ...materials.filter((one) => one.startsWith(concept.id))])]
      : entry.materials;
    return [
      { ...common, topic: 'like' },
      ...(itself.length > 0
        ? [{ ...base, isNegated: true, topic: 'material' as const, filter: oneOf('materials', itself, true) }]
        : []),
    ];
  }
  const isModel = entry.materials.length > 0 || concept?.category === 'note' || entry.isIngredient;
  if (meant.as === 'like' && isModel) return [{ ...common, topic: 'like' }];
  if (meant.as === 'contained' && materials.length > 0)
    return [{ ...common, topic: 'material', filter: oneOf('materials', materials, isNegated) }];
  if (!concept) {
    if (entry.materials.length > 0) return [{ ...common, topic: 'material' }];
    if (entry.standards.length > 0 && isNegated)
      return [{ ...base, topic: 'limited-by', filter: oneOf('limitedBy', entry.standards, true) }];
    if (entry.allergens.length > 0 && isNegated)
      return [{ ...base, topic: 'allergen', filter: oneOf('allergens', entry.allergens, true) }];
    return [];
  }
  // 평가한 is what somebody did, not an evaluation.
  if (concept.category === 'kind' && /^(?:ㅎㅏㄴ|ㅎㅏㄹ|ㅎㅐ|ㄷㅗㅣ|ㅎㅐㅆ)/.test(token.tail)) return [];
  const filter = structured(concept, meant);
  if (filter && concept.category !== 'family') return [{ ...base, topic: topics[concept.category], filter }];
  return [{ ...common, topic: topics[concept.category], ...(filter && { filter }) }];
}

/** What goes when somebody wants none of it: materials, a family, an allergen by declaration; the smell is wished away with it. */
function excluded({
  meant,
  concept,
  materials,
  ...common
}: Omit<Draft, 'topic' | 'filter'> & {
  readonly meant: Meant;
  readonly concept: Concept | undefined;
  readonly materials: readonly string[];
}): readonly Draft[] {
  const { entry } = meant.token;
  if (entry && entry.allergens.length > 0 && meant.isFree)
    return [{ ...common, topic: 'allergen', filter: oneOf('allergens', entry.allergens, true) }];
  if (concept && ['season', 'gender', 'mood'].includes(concept.category))
    return [{ ...common, topic: topics[concept.category] }];
  const filter = concept ? structured(concept, meant) : undefined;
  if (filter && concept && ['kind', 'role', 'origin'].includes(concept.category))
    return [{ topic: topics[concept.category], span: common.span, isNegated: true, degree: common.degree, filter }];
  if (materials.length > 0) return [{ ...common, topic: 'material', filter: oneOf('materials', materials, true) }];
  if (!concept)
    return entry && entry.standards.length > 0
      ? [{ ...common, topic: 'limited-by', filter: oneOf('limitedBy', entry.standards, true) }]
      : [];
  if (concept.facets.families && concept.category === 'family')
    return [{ ...common, topic: 'family', filter: oneOf('families', concept.facets.families, true) }];
  return [{ ...common, topic: topics[concept.category] }];
}

function structured(concept: Concept, { token, isFamily, negation }: Meant): SearchFilter | undefined {
  const isNegated = negation !== undefined;
  const { facets, category } = concept;
  if (category === 'kind' && facets.kinds && !looseKinds.has(token.key)) {
    return isNegated ? undefined : { field: 'kind', any: facets.kinds };
  }
  if (category === 'role' && facets.roles && !looseRoles.has(token.key) && concept.id !== 'fixative')
    return oneOf('roles', facets.roles, isNegated);
  if (category === 'origin' && facets.origins) return oneOf('origins', facets.origins, isNegated);
  if (isFamily && facets.families) return oneOf('families', facets.families, isNegated);
  return undefined;
}

/** Materials by this name, those the lexicon lists, and for a family of ingredients such as musk all the library has of it. */
function ingredientsOf(
  concept: Concept | undefined,
  named: readonly string[],
  { materials }: ReadContext,
): readonly string[] {
  const listed = concept?.facets.materials ?? [];
  if (listed.length === 0 && named.length === 0) return [];
  const families = listed.length > 0 && concept?.category === 'family' ? (concept.facets.families ?? []) : [];
  const own =
    families.length > 0
      ? materials.filter(({ family }) => family !== undefined && families.includes(family)).map(({ id }) => id)
      : [];
  return [...new Set([...named, ...listed, ...own])];
}

function oneOf(field: ListField, ids: readonly string[], isNegated: boolean): SearchFilter {
  return isNegated ? { field, none: ids } : { field, any: ids };
}

function wishOf(concept: Concept | undefined, materials: readonly string[], weight: number): Wish | undefined {
  if (concept) return { concept: concept.id, weight };
  const [material] = materials;
  return material === undefined ? undefined : { material, weight };
}

function limitDrafts({ token, is }: LimitWord, { standards = [] }: ReadContext): readonly Draft[] {
  const limiting = standards.filter(({ isProhibition }) => is !== 'prohibited' || isProhibition).map(({ id }) => id);
  if (limiting.length === 0) return [];
  const isNegated = is === 'unrestricted';
  return [
    {
      topic: 'limited-by',
      span: { from: token.from, to: token.to },
      isNegated,
      degree: 'plain',
      filter: oneOf('limitedBy', limiting, isNegated),
    },
  ];
}

function foundDrafts({ from, to, topic, isNegated = false, filter, concept }: Found): readonly Draft[] {
  const wish = concept === undefined ? undefined : { concept, weight: lightly.price ?? 1 };
  return [{ topic, span: { from, to }, isNegated, degree: 'plain', ...(filter && { filter }), ...(wish && { wish }) }];
}

const mergedFields = new Set(['kind', 'roles', 'origins', 'families']);

/** Two kinds, roles or families that are both wanted are one chip: nothing is a trial and a material at once. What is wished for twice is wished for once. */
function merged(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const { filter, wish, isNegated } = draft;
    if (!filter && wish && kept.some((one) => !one.filter && one.isNegated === isNegated && isSameWish(one.wish, wish)))
      continue;
    const twin =
      filter && 'any' in filter && mergedFields.has(filter.field)
        ? kept.findIndex((one) => one.filter?.field === filter.field && 'any' in one.filter)
        : -1;
    const before = kept[twin];
    if (!before?.filter || !filter) kept.push(draft);
    else
      kept[twin] = {
        ...before,
        filter: together(before.filter, filter),
        span: { from: before.span.from, to: Math.max(before.span.to, draft.span.to) },
      };
  }
  return kept;
}

function isSameWish(a: Wish | undefined, b: Wish): boolean {
  if (!a) return false;
  return 'concept' in a ? 'concept' in b && a.concept === b.concept : 'material' in b && a.material === b.material;
}

function together(a: SearchFilter, b: SearchFilter): SearchFilter {
  if (!('any' in a) || !('any' in b) || a.field !== b.field) return a;
  const any = [...new Set<string>([...a.any, ...b.any])];
  return a.field === 'kind' ? { field: 'kind', any: any as SearchKind[] } : { field: a.field, any };
}

/** Ids that say what they mean, numbered where that is said twice. */
function named(drafts: readonly Draft[]): readonly Chip[] {
  const seen = new Map<string, number>();
  return drafts.flatMap(({ others: _, filter, wish, ...draft }): Chip[] => {
    const meaning = wish ? ('concept' in wish ? wish.concept : wish.material) : meaningOf(filter);
    const key = `${draft.topic}:${draft.isNegated ? 'not:' : ''}${meaning}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const id = count === 1 ? key : `${key}:${count}`;
    if (filter) return [{ ...draft, id, strictness: 'hard', filter, ...(wish && { wish }) }];
    return wish ? [{ ...draft, id, strictness: 'soft', wish }] : [];
  });
}

function meaningOf(filter: SearchFilter | undefined): string {
  if (!filter) return '';
  if ('any' in filter) return shortly(filter.any);
  if ('none' in filter) return shortly(filter.none);
  if (filter.field === 'changed') return `${filter.from ?? ''}..${filter.to ?? ''}`;
  return `${filter.min ?? ''}..${filter.max ?? ''}`;
}

function shortly(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join('+') : `${ids.slice(0, 3).join('+')}+${ids.length - 3}`;
}

function conceptsOf(drafts: readonly Draft[]): readonly WeightedConcept[] {
  const concepts = new Map<string, WeightedConcept>();
  const put = (id: string, weight: number, isNegated: boolean) => {
    const key = `${id}${isNegated}`;
    if (weight > (concepts.get(key)?.weight ?? 0)) concepts.set(key, { id, weight, isNegated });
  };
  for (const { wish, isNegated, others = [] } of drafts) {
    if (!wish || !('concept' in wish)) continue;
    put(wish.concept, wish.weight, isNegated);
    for (const other of others) put(other, wish.weight * 0.4, isNegated);
  }
  return [...concepts.values()];
}
