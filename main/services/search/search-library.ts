/** @file A search: what was typed is understood, everything on the shelf is put in order, and each answer says why. */
import { highest } from '#foundation/highest.ts';
import { atOnce, inTurns } from '#foundation/slices.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { type SearchKind, searchKinds } from '#perfumery/search/search-item.ts';
import type { AskedWord } from '#perfumery/search/word-score.ts';
import { type Answers, type Asking, answersTo, nearestFirst } from './answers.ts';
import { countFacets, type FacetCount, type FacetRange } from './count-facets.ts';
import type { Findable } from './items/findable.ts';
import { type Like, vectorLike, wishesLike } from './like-this.ts';
import type { Meaning, Near } from './meaning/meaning.ts';
import { type Question, type Scored, scoreShelf } from './rank-shelf.ts';
import type { SearchNeeds } from './search-needs.ts';
import type { Understood, UnderstoodChip } from './understanding.ts';
import { type Span, spansOf, type Why, whyMatched } from './why-matched.ts';

export interface SearchWanted {
  readonly text: string;
  readonly filters: readonly SearchFilter[];
  /** Keys of chips that were put away. */
  readonly without: readonly string[];
  readonly like?: Like | undefined;
  /** At most so many of each kind. */
  readonly limit: number;
  /** Only of this kind, from `offset` on. */
  readonly kind?: SearchKind | undefined;
  readonly offset: number;
}

export interface SearchAnswerHit {
  readonly found: Findable;
  readonly titleSpans: { readonly en: readonly Span[]; readonly ko: readonly Span[] };
  readonly why: Why;
  readonly score: number;
}

/** What one filter alone holds back where nothing is left. */
export interface Lift {
  readonly chip?: string;
  readonly filter?: number;
  readonly would: number;
}

export interface SearchAnswer {
  readonly chips: readonly UnderstoodChip[];
  readonly rest: string;
  /** Words of it that stand nowhere in the library. */
  readonly unknown: readonly string[];
  readonly total: number;
  readonly groups: readonly {
    readonly kind: SearchKind;
    readonly total: number;
    readonly hits: readonly SearchAnswerHit[];
  }[];
  readonly facets: readonly FacetCount[];
  readonly ranges: readonly FacetRange[];
  readonly lifts: readonly Lift[];
  readonly isGuess: boolean;
  readonly degraded: readonly ('meaning' | 'shelf')[];
  readonly currency: string;
}

/** Vectors that are looked at for one question. */
const nearby = 200;
/** ms of looking at the shelf between two turns of the others: the encoder and the index wait for theirs. */
const slice = 3;
/** A word being typed may mean any of so many that begin like it. */
const mostEndings = 24;
const endingWeight = 0.5;

/** Searches the library. Rejects with the signal's reason once nobody waits for the answer. */
export function searchLibrary(needs: SearchNeeds) {
  return (wanted: SearchWanted, signal?: AbortSignal): Promise<SearchAnswer> =>
    needs.turnstile.pass(() => search(needs, wanted, signal), signal);
}

async function search(needs: SearchNeeds, wanted: SearchWanted, signal?: AbortSignal): Promise<SearchAnswer> {
  const { shelf, understanding } = needs;
  const text = wanted.text.normalize('NFC');
  const understood = understanding.read(text, new Set(wanted.without));
  const words = wordsOf(needs, understood);
  const wishes = wanted.like ? wishesLike(needs)(wanted.like) : understood.wishes;
  const hard = understood.chips.flatMap((chip) => (chip.isHard ? chip.filters : []));
  const meaning = needs.meaning();
  const vector = vectorOf(needs, meaning, { wanted, understood, signal });
  const nearestOf = async (filters: readonly SearchFilter[]): Promise<readonly Near[]> => {
    const to = await vector;
    return to && meaning
      ? meaning.nearest(to, { filters, limit: nearby, exclude: wanted.like?.ids ?? [], signal })
      : [];
  };
  const question: Question = {
    typed: wanted.like ? '' : text.trim(),
    words: wanted.like ? [] : words,
    unknown: wanted.like ? 0 : understood.rest.length / Math.max(1, text.trim().length),
    wishes,
    preferred: understood.chips.flatMap(({ isHard, isNegated, filters }) => (isHard || isNegated ? [] : filters)),
    isSettled: !wanted.like && isSettledBy(understood),
    exact: exactIn(wanted.like ? [] : understood.exact),
  };
  const asking: Asking = {
    hard,
    own: wanted.filters,
    except: wanted.like?.ids ?? [],
    isAsked: text.trim() !== '' || wanted.like !== undefined,
  };
  // the shelf is looked at while the encoder and the index work, and once more if it changed meanwhile
  const { version } = shelf;
  const breath = { ...needs.breath, slice };
  const [early, near] = await Promise.all([inTurns(scoreShelf(shelf, question), breath, signal), nearestOf(hard)]);
  signal?.throwIfAborted();
  const scored = (): Scored => {
    return { ...(shelf.version === version ? early : atOnce(scoreShelf(shelf, question))), meaning: near };
  };
  let answers = answersTo(shelf, scored(), asking);
  if (answers.isGuess) {
    const nearer = wanted.filters.length > 0 ? await nearestOf([...hard, ...wanted.filters]) : near;
    signal?.throwIfAborted();
    answers = nearestFirst(shelf, answersTo(shelf, scored(), asking), nearer);
  }
  const isFound = asking.isAsked && !answers.isGuess;
  const groups = grouped(needs, answers, { wanted, words, wishes, isFound });
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const counted = countFacets(shelf.facets, answers.unfiltered, wanted.filters);
  return {
    chips: understood.chips,
    rest: understood.rest,
    unknown: isNamed(answers) ? [] : unknownIn(needs, understood.rest),
    total,
    groups,
    facets: counted.facets.map((facet) => (facet.field === 'moods' ? withNames(understanding, facet) : facet)),
    ranges: counted.ranges,
    lifts: total === 0 ? liftsFor(needs, wanted, understood) : [],
    isGuess: answers.isGuess,
    degraded: degradedNow(needs),
    currency: needs.currency(),
  };
}

interface Context {
  readonly wanted: SearchWanted;
  readonly understood: Understood;
  readonly signal: AbortSignal | undefined;
}

/** The question as a vector; none where there is no encoder, or nothing is left for it. */
async function vectorOf(
  needs: SearchNeeds,
  meaning: Meaning | undefined,
  { wanted: { like }, understood, signal }: Context,
): Promise<Float32Array | undefined> {
  if (!meaning || meaning.state().stage === 'off') return undefined;
  if (like) return vectorLike(needs, meaning)(like, signal);
  const sentence = understood.wanted.trim();
  if (sentence === '') return undefined;
  const [vector] = await meaning.encode([sentence], signal);
  return vector;
}

/** 라벤더 오일 들어간 레시피: all of it filters. */
function isSettledBy({ chips, rest }: Understood): boolean {
  return chips.length > 0 && chips.every(({ isHard }) => isHard) && rest.trim() === '';
}

function exactIn(mentions: Understood['exact']): ReadonlyMap<string, boolean> {
  return new Map(mentions.flatMap(({ materials, isWhole }) => materials.map((id) => [`material:${id}`, isWhole])));
}

/** Terms of what no chip has taken; the last one, still being typed, with what it may become. */
function wordsOf({ tongue, shelf }: SearchNeeds, { rest }: Understood): readonly AskedWord[] {
  const words = new Map<string, number>();
  for (const term of tongue.terms(rest)) words.set(term, 1);
  const last = [...words.keys()].at(-1);
  if (last !== undefined && /[\p{L}\p{N}]$/u.test(rest)) {
    for (const term of shelf.termsFrom(last, mostEndings)) if (!words.has(term)) words.set(term, endingWeight);
  }
  return [...words].map(([term, weight]) => ({ term, weight }));
}

/** Moods are concepts of the lexicon: they are called as it calls them. */
function withNames({ labelOf }: SearchNeeds['understanding'], { field, values }: FacetCount): FacetCount {
  const named = values.map((one) => {
    const label = labelOf(one.value);
    return label ? { ...one, label } : one;
  });
  return { field, values: named };
}

/** Words of `rest` that stand nowhere, and that nothing begins with. */
function unknownIn({ tongue, shelf }: SearchNeeds, rest: string): readonly string[] {
  const words = rest.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const isKnown = (term: string) => shelf.words.has(term) || [...shelf.termsFrom(term, 1)].length > 0;
  return [...new Set(words)].filter((word) => {
    const terms = tongue.terms(word);
    return terms.length > 0 && !terms.some(isKnown);
  });
}

function isNamed({ mask, names }: Answers): boolean {
  return [...names.keys()].some((slot) => mask[slot]);
}

interface Grouping {
  readonly wanted: SearchWanted;
  readonly words: readonly AskedWord[];
  readonly wishes: Question['wishes'];
  /** The kind of the best answer comes first then, else kinds come in their usual order. */
  readonly isFound: boolean;
}

function grouped(needs: SearchNeeds, answers: Answers, asked: Grouping): SearchAnswer['groups'] {
  const { wanted, isFound } = asked;
  const { shelf } = needs;
  const hitOf = hitsBy(needs, answers, asked);
  const groups = searchKinds.flatMap((kind) => {
    const slots = shelf.facets.having('kind', kind, answers.mask);
    const isWanted = wanted.kind === undefined || wanted.kind === kind;
    const first = highest(answers.scores, isWanted ? Math.max(1, wanted.offset + wanted.limit) : 1, slots);
    const [best] = first;
    if (best === undefined) return [];
    const page = isWanted ? first.slice(wanted.offset, wanted.offset + wanted.limit) : [];
    return [{ kind, total: slots.length, best, hits: page.map(hitOf) }];
  });
  const scoreOf = ({ best }: { readonly best: number }) => answers.scores[best] as number;
  if (isFound) groups.sort((a, b) => scoreOf(b) - scoreOf(a) || a.best - b.best);
  return groups.map(({ best: _, ...group }) => group);
}

function hitsBy(needs: SearchNeeds, answers: Answers, { words, wishes }: Grouping): (slot: number) => SearchAnswerHit {
  const why = whyMatched(needs);
  const terms = new Set(words.map(({ term }) => term));
  const language = needs.language();
  return (slot) => {
    const found = needs.shelf.at(slot) as Findable;
    const { title } = found.item;
    const name = answers.names.get(slot);
    const inName = (text: string | undefined): readonly Span[] => {
      if (!text) return [];
      if (name?.text === text) return [[name.from, name.to]];
      return spansOf(text, terms);
    };
    return {
      found,
      titleSpans: { en: inName(title.en), ko: inName(title.ko) },
      why: why({ slot, name, meaning: answers.meanings.get(slot) }, { words, wishes, language }),
      score: Number((answers.scores[slot] as number).toFixed(5)),
    };
  };
}

/** For every filter that alone would let something through if it were lifted, how much; the most first. */
function liftsFor({ shelf }: SearchNeeds, wanted: SearchWanted, { chips }: Understood): readonly Lift[] {
  const all = [
    ...chips.flatMap(({ key, isHard, filters }) => (isHard ? [{ chip: key, filters }] : [])),
    ...wanted.filters.map((filter, place) => ({ filter: place, filters: [filter] })),
  ];
  const met = all.map(({ filters }) => shelf.facets.meetingAll(filters));
  const would = new Uint32Array(all.length);
  for (let slot = 0; slot < shelf.slots; slot += 1) {
    const first = met.findIndex((its) => its[slot] === 0);
    if (first >= 0 && shelf.at(slot) && met.every((its, place) => place === first || its[slot] === 1)) {
      would[first] = (would[first] as number) + 1;
    }
  }
  return all
    .map(({ filters: _, ...named }, place): Lift => ({ ...named, would: would[place] as number }))
    .filter((lift) => lift.would > 0)
    .sort((a, b) => b.would - a.would);
}

function degradedNow({ meaning, kept }: SearchNeeds): SearchAnswer['degraded'] {
  const stage = meaning()?.state().stage ?? 'off';
  return [
    ...(stage === 'ready' ? [] : (['meaning'] as const)),
    ...(kept.state().stage === 'resting' ? [] : (['shelf'] as const)),
  ];
}
