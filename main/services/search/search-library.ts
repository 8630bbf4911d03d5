/** @file A search: what was typed is understood, everything on the shelf is put in order, and each answer says why. */
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { type SearchKind, searchKinds } from '#perfumery/search/search-item.ts';
import type { AskedWord } from '#perfumery/search/word-score.ts';
import { countFacets, type FacetCount, type FacetRange } from './count-facets.ts';
import type { Findable } from './items/findable.ts';
import { type Like, nearestLike, wishesLike } from './like-this.ts';
import type { Near } from './meaning/meaning.ts';
import { type Question, type Ranked, rankScored, type Scored, scoreShelf } from './rank-shelf.ts';
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
  const hard = [...understood.chips.flatMap((chip) => (chip.isHard ? chip.filters : [])), ...wanted.filters];
  const words = wordsOf(needs, understood);
  const wishes = wanted.like ? wishesLike(needs)(wanted.like) : understood.wishes;
  const nearest = nearestTo(needs, { wanted, understood, hard, signal });
  const question: Question = {
    typed: wanted.like ? '' : text.trim(),
    words: wanted.like ? [] : words,
    unknown: wanted.like ? 0 : understood.rest.length / Math.max(1, text.trim().length),
    wishes,
    preferred: understood.chips.flatMap(({ isHard, isNegated, filters }) => (isHard || isNegated ? [] : filters)),
    exact: exactIn(wanted.like ? [] : understood.exact),
    except: new Set(wanted.like?.ids ?? []),
  };
  const isAsked = text.trim() !== '' || wanted.like !== undefined;
  // the shelf is looked at while the encoder and the index work, and once more if it changed meanwhile
  const { version } = shelf;
  const early = scoreShelf(shelf, question);
  const meaning = await nearest;
  signal?.throwIfAborted();
  const scored = { ...(shelf.version === version ? early : scoreShelf(shelf, question)), meaning };
  const allowed = shelf.facets.meetingAll(hard);
  const ranked = rankScored(shelf, scored, allowed);
  const isGuess = isAsked && ranked.length === 0 && allowed.includes(1);
  const answers = ranked.length > 0 ? ranked : everything(needs, question, allowed);
  const candidates = candidatesOf(needs, { ranked, wanted, hard, scored, isAsked });
  const counted = countFacets(shelf.facets, candidates, wanted.filters);
  return {
    chips: understood.chips,
    rest: understood.rest,
    unknown: ranked.some(({ name }) => name) ? [] : unknownIn(needs, understood.rest),
    total: answers.length,
    groups: grouped(needs, answers, { wanted, words, wishes, isAsked: ranked.length > 0 }),
    facets: counted.facets.map((facet) => (facet.field === 'moods' ? withNames(understanding, facet) : facet)),
    ranges: counted.ranges,
    lifts: answers.length === 0 && hard.length > 0 ? liftsFor(needs, wanted, understood) : [],
    isGuess,
    degraded: degradedNow(needs),
    currency: needs.currency(),
  };
}

interface Context {
  readonly wanted: SearchWanted;
  readonly understood: Understood;
  readonly hard: readonly SearchFilter[];
  readonly signal: AbortSignal | undefined;
}

async function nearestTo(needs: SearchNeeds, { wanted, understood, hard, signal }: Context): Promise<readonly Near[]> {
  const meaning = needs.meaning();
  if (!meaning || meaning.state().stage === 'off') return [];
  const asked = { filters: hard, limit: nearby, signal };
  if (wanted.like) return nearestLike(needs, meaning)(wanted.like, asked);
  const sentence = understood.wanted.trim();
  if (sentence === '') return [];
  const [vector] = await meaning.encode([sentence], signal);
  return vector ? meaning.nearest(vector, asked) : [];
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

/** What there is, where nothing speaks for one more than for another: the last worked on first, then by name. */
function everything({ shelf }: SearchNeeds, { except }: Question, allowed: Uint8Array): readonly Ranked[] {
  const excepted = new Set([...except].map((id) => shelf.slotOf(id)));
  return shelf.newestFirst().flatMap((slot) => (allowed[slot] && !excepted.has(slot) ? [{ slot, score: 0 }] : []));
}

interface Counting {
  readonly ranked: readonly Ranked[];
  readonly wanted: SearchWanted;
  readonly hard: readonly SearchFilter[];
  readonly scored: Scored;
  readonly isAsked: boolean;
}

/** Slots that filters count over: what would be found if the perfumer had set none of their own. */
function candidatesOf({ shelf }: SearchNeeds, { ranked, wanted, hard, scored, isAsked }: Counting): readonly number[] {
  const isFound = isAsked && ranked.length > 0;
  if (isFound && wanted.filters.length === 0) return ranked.map(({ slot }) => slot);
  const allowed = shelf.facets.meetingAll(hard.filter((filter) => !wanted.filters.includes(filter)));
  if (isFound) return rankScored(shelf, scored, allowed).map(({ slot }) => slot);
  return shelf.newestFirst().filter((slot) => allowed[slot]);
}

interface Grouping {
  readonly wanted: SearchWanted;
  readonly words: readonly AskedWord[];
  readonly wishes: Question['wishes'];
  readonly isAsked: boolean;
}

function grouped(
  needs: SearchNeeds,
  answers: readonly Ranked[],
  { wanted, words, wishes, isAsked }: Grouping,
): SearchAnswer['groups'] {
  const { shelf } = needs;
  const byKind = Map.groupBy(answers, ({ slot }) => (shelf.at(slot) as Findable).item.kind);
  const kinds = isAsked ? [...byKind.keys()] : searchKinds.filter((kind) => byKind.has(kind));
  const why = whyMatched(needs);
  const terms = new Set(words.map(({ term }) => term));
  const language = needs.language();
  return kinds.flatMap((kind) => {
    const all = byKind.get(kind) ?? [];
    if (wanted.kind !== undefined && wanted.kind !== kind) return [{ kind, total: all.length, hits: [] }];
    const page = all.slice(wanted.offset, wanted.offset + wanted.limit);
    const hits = page.map((one): SearchAnswerHit => {
      const found = shelf.at(one.slot) as Findable;
      const { title } = found.item;
      const inName = (text: string | undefined): readonly Span[] => {
        if (!text) return [];
        if (one.name?.text === text) return [[one.name.from, one.name.to]];
        return spansOf(text, terms);
      };
      return {
        found,
        titleSpans: { en: inName(title.en), ko: inName(title.ko) },
        why: why(one, { words, wishes, language }),
        score: Number(one.score.toFixed(5)),
      };
    });
    return [{ kind, total: all.length, hits }];
  });
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
