/** @file Sentences understood by the lexicon, with the names of the library: chips, wishes, and what each brings to mind. */
import { analyse } from '#intelligence/language/analyse.ts';
import { type Lexicon, labelOf, profileOf } from '#intelligence/language/lexicon.ts';
import { readBrief } from '#intelligence/language/read-brief.ts';
import { readQuery, readyingLexicon, statementsIn } from '#intelligence/language/read-query.ts';
import type { Descriptor } from '#library/catalogue/load-catalogue.ts';
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { Family, InTwoLanguages } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import type { Chip } from '#perfumery/search/chip.ts';
import type { Concept } from '#perfumery/search/concept.ts';
import { type AskedWish, deniedKey } from '#perfumery/search/concept-score.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import type { ReadContext } from '#perfumery/search/sentence-reading.ts';
import { priceIn } from './items/price-in.ts';
import type { Tongue } from './shelf/piece-words.ts';
import type { Understanding, UnderstoodChip } from './understanding.ts';

export interface LexiconNeeds {
  /** Another object whenever the perfumer has added a word. */
  readonly lexicon: () => Lexicon;
  /** Every material of the library; another list whenever one changed. */
  readonly materials: () => readonly LibraryMaterial[];
  readonly regulation: () => Regulation;
  readonly exchange: () => Exchange;
  readonly descriptors: readonly Pick<Descriptor, 'id' | 'name'>[];
  /** ISO date. */
  readonly today: () => string;
}

/** A wish for the smell of a material, by what it smells of. */
const descriptorFading = 0.8;
/** What is not wanted speaks so much for its contrary. */
const contrary = 0.5;
/** Meanings that are filters when they are meant, and no smell. */
const noSmell: ReadonlySet<string> = new Set(['kind', 'origin', 'price', 'product']);

/** How the texts of the library are read. */
export function createLexiconTongue({ lexicon }: Pick<LexiconNeeds, 'lexicon'>): Tongue {
  const ofMaterials = memo((words: Lexicon) => conceptsOfMaterials(words));
  const implied = memo(
    ({ concepts }: Lexicon) => new Map(concepts.map(({ id, implies }) => [id, new Map(Object.entries(implies))])),
  );
  return {
    readying: () => readyingLexicon(lexicon()),
    terms: analyse,
    conceptsIn(text) {
      const said = new Map<string, number>();
      for (const { id, weight, isNegated } of statementsIn(text, lexicon())) {
        const key = isNegated ? deniedKey(id) : id;
        said.set(key, Math.max(weight, said.get(key) ?? 0));
      }
      return said;
    },
    conceptsOf(what, id) {
      if (what === 'material') return ofMaterials(lexicon()).get(id) ?? new Map();
      const concept = what === 'descriptor' ? lexicon().ofDescriptor(id) : lexicon().ofFamily(id);
      return concept ? new Map([[concept.id, 1]]) : new Map();
    },
    impliedBy: (id) => implied(lexicon()).get(id) ?? new Map(),
    facetsOf(id) {
      const { seasons, moods, genders } = lexicon().find(id)?.facets ?? {};
      return { ...(seasons && { seasons }), ...(moods && { moods }), ...(genders && { genders }) };
    },
  };
}

/** How a search is read. */
export function createLexiconUnderstanding(needs: LexiconNeeds): Understanding {
  const { lexicon } = needs;
  const named = memo((all: readonly LibraryMaterial[]) => all.filter(({ archived }) => !archived).map(namedOf));
  const lawful = memo((regulation: Regulation) => lawIn(regulation));
  const profiles = memo((_: Lexicon) => new Map<string, ReadonlyMap<string, number>>());

  const bundleOf = (id: string): ReadonlyMap<string, number> => {
    const words = lexicon();
    const known = profiles(words);
    const bundle = known.get(id) ?? profileOf(words, new Map([[id, 1]]));
    known.set(id, bundle);
    return bundle;
  };
  const context = (): ReadContext => ({
    materials: named(needs.materials()),
    ...lawful(needs.regulation()),
    today: needs.today(),
    exchange: needs.exchange(),
  });
  const words = new Map(needs.descriptors.map(({ id, name }) => [id, name]));
  /** As the rest of the program calls it, where it stands for a descriptor or a family. */
  const labelIn = (id: string): InTwoLanguages | undefined => {
    const concept = lexicon().find(id);
    const [descriptor] = concept?.facets.descriptors ?? [];
    const [family] = concept?.facets.families ?? [];
    const own =
      descriptor !== undefined
        ? words.get(descriptor)
        : family !== undefined
          ? familyNames[family as Family]
          : undefined;
    return own ?? (concept && labelOf(concept));
  };

  const thirds = memo((all: readonly LibraryMaterial[]) => priceThirds(all, needs.exchange()));
  const labelling = (): Labelling => ({
    labelIn,
    materials: needs.materials(),
    lexicon: lexicon(),
    thirds: thirds(needs.materials()),
  });

  return {
    read(text, without) {
      const read = readQuery(text, lexicon(), context());
      const its = labelling();
      const kept = read.chips.filter(({ id }) => !without.has(id));
      const dropped = read.chips.filter(({ id }) => without.has(id));
      const gone = new Set(dropped.flatMap((chip) => conceptOf(chip) ?? []));
      const still = new Set(kept.flatMap((chip) => conceptOf(chip) ?? []));
      const filtering = new Set(
        kept.flatMap((chip) => (chip.strictness === 'hard' && noSmell.has(chip.topic) ? (conceptOf(chip) ?? []) : [])),
      );
      const ofConcepts = read.concepts.flatMap(({ id, weight, isNegated }): AskedWish[] => {
        if ((gone.has(id) && !still.has(id)) || filtering.has(id)) return [];
        const concept = lexicon().find(id);
        if (!concept || (noSmell.has(concept.category) && Object.keys(concept.implies).length === 0)) return [];
        const wish = { id, weight, isNegated, bundle: bundleOf(id) };
        return isNegated ? [wish, ...contrariesOf(concept, weight, bundleOf)] : [wish];
      });
      return {
        chips: kept.map((chip) => chipOf(chip, read.text, its)),
        wishes: [...ofConcepts, ...wishesForMaterials(kept, needs, lexicon())],
        exact: read.exact.map(({ materials, isWhole }) => ({ materials, isWhole })),
        rest: read.rest,
        wanted: cut(read.wanted, dropped, read.text),
      };
    },
    readBrief: (text) => readBrief(text, lexicon(), context()),
    labelOf: labelIn,
    oppositesOf: (id) => lexicon().find(id)?.opposites ?? [],
    axes: () => axesIn(lexicon(), labelIn),
    bundleOf,
  };
}

function conceptOf({ wish }: Chip): string | undefined {
  return wish && 'concept' in wish ? wish.concept : undefined;
}

/** The words of chips that were put away are not heard either. */
function cut(wanted: string, dropped: readonly Chip[], text: string): string {
  let left = wanted;
  for (const { span } of dropped) left = left.replace(text.slice(span.from, span.to), ' ');
  return left.replace(/\s+/g, ' ').trim();
}

interface Labelling {
  readonly labelIn: (id: string) => InTwoLanguages | undefined;
  readonly materials: readonly LibraryMaterial[];
  readonly lexicon: Lexicon;
  readonly thirds: PriceThirds | undefined;
}

function chipOf(chip: Chip, text: string, labelling: Labelling): UnderstoodChip {
  const { labelIn, materials } = labelling;
  const { id, topic, span, isNegated, corrected, wish } = chip;
  const written = text.slice(span.from, span.to).trim();
  const concept = wish && 'concept' in wish ? labelIn(wish.concept) : undefined;
  const material =
    wish && 'material' in wish ? materials.find((one) => one.material.id === wish.material)?.material.name : undefined;
  return {
    key: id,
    written: corrected ?? written,
    label: concept ?? material ?? { en: written, ko: written },
    about: topic,
    isNegated,
    isHard: chip.strictness === 'hard',
    filters: chip.strictness === 'hard' ? [chip.filter] : preferredBy(chip, labelling),
    span: [span.from, span.to],
  };
}

/** Not heavy is a little like light. */
function contrariesOf(
  { opposites }: Concept,
  weight: number,
  bundleOf: (id: string) => ReadonlyMap<string, number>,
): readonly AskedWish[] {
  const share = (contrary * weight) / (opposites.length || 1);
  return opposites.map((id) => ({ id, weight: share, isNegated: false, bundle: bundleOf(id) }));
}

/** What a soft chip would filter by, if it were meant so: a little ahead of the rest. */
function preferredBy(chip: Chip, { lexicon, thirds }: Labelling): readonly SearchFilter[] {
  const { wish } = chip;
  if (wish && 'material' in wish) return [{ field: 'materials', any: [wish.material] }];
  const concept = conceptOf(chip);
  const found = concept === undefined ? undefined : lexicon.find(concept);
  const { kinds, roles, origins, products, families, tenacity, price } = found?.facets ?? {};
  return [
    ...(families && found?.category === 'family' ? [{ field: 'families', any: families } as const] : []),
    ...(kinds ? [{ field: 'kind', any: kinds } as const] : []),
    ...(roles ? [{ field: 'roles', any: roles } as const] : []),
    ...(origins ? [{ field: 'origins', any: origins } as const] : []),
    ...(products ? [{ field: 'origins', any: products } as const] : []),
    ...(tenacity ? [{ field: 'tenacity', ...tenacity } as const] : []),
    ...(price && thirds ? [{ field: 'pricePerKg', ...thirds[price] } as const] : []),
  ];
}

/** Bounds of the lower and the upper third of all prices. */
interface PriceThirds {
  readonly low: { readonly max: number };
  readonly high: { readonly min: number };
}

/** Per kg in the perfumer's currency; undefined where too few prices are known to tell. */
function priceThirds(materials: readonly LibraryMaterial[], exchange: Exchange): PriceThirds | undefined {
  const prices = materials
    .flatMap(({ shelf, archived }) => (shelf.price && !archived ? (priceIn(shelf.price, exchange) ?? []) : []))
    .sort((a, b) => a - b);
  const [max, min] = [prices[Math.floor(prices.length / 3) - 1], prices[Math.ceil((prices.length * 2) / 3)]];
  return max === undefined || min === undefined ? undefined : { low: { max }, high: { min } };
}

/** The smell of a material that was named: its descriptors and its family. */
function wishesForMaterials(chips: readonly Chip[], { materials }: LexiconNeeds, lexicon: Lexicon): AskedWish[] {
  return chips.flatMap(({ wish, isNegated }) => {
    if (!wish || !('material' in wish)) return [];
    const found = materials().find(({ material }) => material.id === wish.material)?.material;
    if (!found) return [];
    const bundle = new Map<string, number>();
    for (const [place, word] of found.descriptors.entries()) {
      const concept = lexicon.ofDescriptor(word);
      if (concept) bundle.set(concept.id, Math.max(descriptorFading ** place, bundle.get(concept.id) ?? 0));
    }
    const family = lexicon.ofFamily(found.family);
    if (family && !bundle.has(family.id)) bundle.set(family.id, 0.4);
    return [{ id: `material ${found.id}`, weight: wish.weight, isNegated, bundle }];
  });
}

function namedOf({ material, shelf }: LibraryMaterial): ReadContext['materials'][number] {
  const { id, name, aliases, cas, inci, family } = material;
  const sku = shelf.sku.trim();
  return {
    id,
    names: [name.ko, name.en, ...aliases.ko, ...aliases.en].filter((one) => one.trim() !== ''),
    codes: [
      ...cas.map((text) => ({ kind: 'cas', text }) as const),
      ...(inci ? [{ kind: 'inci', text: inci } as const] : []),
      ...(sku ? [{ kind: 'sku', text: sku } as const] : []),
    ],
    family,
  };
}

function lawIn({ ifra, allergenLists }: Regulation): Required<Pick<ReadContext, 'allergens' | 'standards'>> {
  const allergens = new Map(
    allergenLists.flatMap((list) =>
      list.allergens.map(({ inci, name }) => [inci, { id: inci, names: [name.ko, name.en] }]),
    ),
  );
  return {
    allergens: [...allergens.values()],
    standards: ifra.standards.map(({ key, title, kinds }) => ({
      id: key,
      names: [title.ko, title.en],
      isProhibition: kinds.includes('prohibition'),
    })),
  };
}

/** Concepts that stand for certain materials, by material. */
function conceptsOfMaterials({ concepts }: Lexicon): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { id, facets } of concepts) {
    for (const material of facets.materials ?? []) {
      const its = found.get(material) ?? new Map<string, number>();
      its.set(id, 1);
      found.set(material, its);
    }
  }
  return found;
}

/** Ways a perfumer goes from one thing to another, in the order they are offered; others with an opposite follow. */
const usualAxes = ['fresh', 'light', 'sweet', 'warm', 'bright', 'soft', 'dry', 'clean', 'modern', 'masculine', 'green'];

function axesIn(lexicon: Lexicon, labelIn: Labelling['labelIn']): ReturnType<Understanding['axes']> {
  const smelled = new Set(['descriptor', 'texture', 'intensity', 'mood', 'style', 'gender']);
  const usual = usualAxes.flatMap((id) => lexicon.find(id) ?? []);
  const others = lexicon.concepts.filter(({ category, id }) => smelled.has(category) && !usualAxes.includes(id));
  const seen = new Set<string>();
  return [...usual, ...others].flatMap((concept) => {
    const opposite = lexicon.find(concept.opposites[0] ?? '');
    if (!opposite || seen.has(opposite.id) || seen.has(concept.id)) return [];
    seen.add(concept.id).add(opposite.id);
    const [label, other] = [labelIn(concept.id), labelIn(opposite.id)];
    return label && other ? [{ concept: concept.id, label, opposite: other }] : [];
  });
}

/** The last answer, while the question is the same object. */
function memo<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  let last: { readonly of: Of; readonly answer: Answer } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, answer: make(of) };
    return last.answer;
  };
}
