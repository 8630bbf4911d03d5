/**
 * @file How each thing in a sentence is meant: wished for or not, how much, as a model or as an ingredient.
 *
 * In Korean what negates comes after: 머스크와 앰버 없이, 달지도 무겁지도 않은. In English it comes before and reaches over a list:
 * without musk, amber or vanilla, but fresh.
 */
import type { Degree } from '#perfumery/search/chip.ts';
import type { FunctionWord } from './read-function-words.ts';
import type { Token } from './read-scan.ts';

/** `exclude`: it must not be there. `soft`: rather not. */
export type Negation = 'exclude' | 'soft';

/** A token that stands for something, and what the words around it say of it. */
export interface Meant {
  readonly token: Token;
  /** With the words that belong to it: 너무 달지 않은. */
  from: number;
  to: number;
  negation: Negation | undefined;
  degree: Degree;
  /** It is a model: what is like it is wanted, and with `instead` not it itself. */
  as: 'like' | 'instead' | 'contained' | undefined;
  isFamily: boolean;
  /** Said by declaration: linalool-free. */
  isFree: boolean;
  /** A standard that limits. */
  isLimit: boolean;
}

/** 향수 and perfume are said of everything; 시안 and recipe are meant. */
export const looseKinds = new Set(
  'ㅎㅑㅇㅅㅜ ㅍㅓㅍㅠㅁ perfume perfumes fragrance fragrances composition ㅂㅐㅎㅏㅂ ㅇㅛㅅㅗ'.split(' '),
);
/** Kinds that hold materials. */
const mixtures = new Set(['recipe', 'accord', 'trial']);

/** Restrictions said of no standard in particular. */
export interface LimitWord {
  readonly token: Token;
  readonly is: 'limited' | 'prohibited' | 'unrestricted';
}

/** Reads the function words of a sentence into the things they are about. */
export function readPolarity(tokens: readonly Token[]): {
  readonly meant: readonly Meant[];
  readonly limits: readonly LimitWord[];
} {
  const reader = new PolarityReader(tokens);
  return reader.read();
}

interface Reach {
  readonly negation: Negation;
  readonly degree?: Degree;
  readonly from: number;
  /** Only narrows what follows: synthetic in no synthetic musks. */
  readonly isPassed?: true;
}

/** 와, 과, 나, 랑, 도, 하고: nouns joined by these share what is said after the last. */
const joins = /(?:ㅇㅗㅏ|ㄱㅗㅏ|ㄴㅏ|ㄹㅏㅇ|ㄷㅗ|ㅎㅏㄱㅗ)$/;
/** 장미보다 재스민: the first is not what is wanted. */
const than = /ㅂㅗㄷㅏ(?:ㄴ|ㄴㅡㄴ|ㄷㅗ)?$/;
const swaps = new Set(['ㄷㅐㅅㅣㄴ', 'ㄷㅐㅅㅣㄴㅇㅔ']);
const weak = 'ㅇㅑㄱㅎ';
const beforeNot = /ㅈㅣ(?:ㄴㅡㄴ|ㄷㅗ|ㄱㅏ|ㄹㅡㄹ|ㅁㅏㄴㅇㅡㄴ|ㄴ|ㄹ)?$/;

class PolarityReader {
  readonly #tokens: readonly Token[];
  readonly #meant: Meant[] = [];
  readonly #limits: LimitWord[] = [];
  /** The place in `tokens` of each thing meant. */
  readonly #places: number[] = [];
  #degree: { readonly degree: Degree; readonly at: number } | undefined;
  /** `isLoose`: only what is called by its name, and no smell. */
  #as: { readonly as: 'like' | 'instead' | 'contained'; readonly from: number; readonly isLoose?: boolean } | undefined;
  /** What negates what follows: places of the tokens it reaches. */
  #reach = new Map<number, Reach>();
  #limitFrom: number | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): { meant: readonly Meant[]; limits: readonly LimitWord[] } {
    for (const [at, token] of this.#tokens.entries()) {
      if (token.after === 'stop') this.#forget();
      const says = this.#saysAt(at);
      if (says) this.#hear(says, at, token);
      else if (token.entry) this.#mean(at, token);
      else if (this.#degree && at - this.#degree.at > 2) this.#degree = undefined;
    }
    return { meant: this.#meant, limits: this.#limits };
  }

  /** The function a token has here; undefined where it is a thing. */
  #saysAt(at: number): FunctionWord | undefined {
    const token = this.#tokens[at];
    const says = token?.says;
    if (!token || !says || token.isPredicate) return undefined;
    const isThing = isContent(token);
    if (says.is === 'free') {
      const before = this.#tokens[at - 1];
      return before && token.after === 'word' && this.#places.at(-1) === at - 1
        ? says
        : isThing
          ? undefined
          : { is: 'filler' };
    }
    return isThing && (says.is === 'filler' || says.is === 'note' || says.is === 'but') ? undefined : says;
  }

  #forget(): void {
    this.#degree = undefined;
    this.#as = undefined;
    this.#limitFrom = undefined;
  }

  #mean(at: number, token: Token): void {
    const reach = this.#reach.get(at);
    if (reach?.isPassed) return;
    if (this.#weakens(at, token)) return;
    const degree = this.#degree && at - this.#degree.at <= 3 ? this.#degree : undefined;
    const isLess = degree?.degree === 'less';
    const from = Math.min(
      token.from,
      reach?.from ?? token.from,
      degree ? (this.#tokens[degree.at]?.from ?? token.from) : token.from,
    );
    const previous = this.#meant.at(-1);
    if (previous && !previous.negation && !degree && than.test(previous.token.tail) && this.#places.at(-1) === at - 1) {
      this.#negate(previous, 'soft', 'less', previous.to);
    }
    // 복숭아 대신 백차: not a model, but what is to go.
    const swap = previous?.as === 'instead' ? this.#tokens[at - 1] : undefined;
    if (previous && swap && swaps.has(swap.key) && isThing(token) && this.#places.at(-1) === at - 2) {
      previous.as = undefined;
      this.#negate(previous, 'exclude', undefined, previous.to);
    }
    this.#meant.push({
      token,
      from,
      to: token.to,
      negation: reach?.negation ?? (isLess ? 'soft' : undefined),
      degree: reach?.degree ?? degree?.degree ?? 'plain',
      as: this.#as?.isLoose && (token.entry?.concepts.length ?? 0) > 0 ? undefined : this.#as?.as,
      isFamily: false,
      isFree: false,
      isLimit: this.#limitFrom !== undefined && (token.entry?.standards.length ?? 0) > 0,
    });
    this.#places.push(at);
    const last = this.#meant.at(-1);
    if (last?.isLimit) {
      last.from = Math.min(last.from, this.#limitFrom ?? last.from);
      this.#limits.pop();
    }
    if (last && this.#as) last.from = Math.min(last.from, this.#as.from);
    this.#degree = undefined;
    this.#as = undefined;
    this.#limitFrom = undefined;
  }

  /** 확산력은 약해도: less of a measure, not something subtle. */
  #weakens(at: number, token: Token): boolean {
    const last = this.#meant.at(-1);
    const isMeasure =
      ['intensity', 'longevity'].includes(last?.token.entry?.category ?? '') && last?.token.isPredicate === false;
    if (!last || !isMeasure || !token.isPredicate || !token.key.startsWith(weak) || this.#places.at(-1) !== at - 1)
      return false;
    this.#negate(last, 'soft', 'less', token.to);
    return true;
  }

  #hear(says: FunctionWord, at: number, token: Token): void {
    switch (says.is) {
      case 'degree':
        this.#degree = { degree: says.degree, at };
        return;
      case 'not':
        this.#hearNot(at, token);
        return;
      case 'not-so':
        this.#notSo(at, token);
        return;
      case 'exclude':
        if (says.of === 'before') this.#before(at, token, 'exclude');
        else this.#after(at, 'exclude');
        return;
      case 'dislike':
        if (says.of === 'before') this.#before(at, token, 'soft');
        else this.#after(at, 'soft');
        return;
      case 'less':
        if (says.of === 'before') this.#before(at, token, 'soft', 'less');
        else this.#after(at, 'soft', 'less');
        return;
      case 'free':
        this.#before(at, token, 'exclude');
        for (const last of this.#meant.slice(-1)) last.isFree = last.negation === 'exclude';
        return;
      case 'like':
      case 'instead':
      case 'contains':
        this.#model(says, at, token);
        return;
      case 'limited':
      case 'prohibited':
      case 'unrestricted':
        this.#limit(says.is, at, token);
        return;
      case 'family':
        if (this.#isNext(at)) {
          const last = this.#meant.at(-1);
          if (last) {
            last.isFamily = true;
            last.to = token.to;
          }
        }
        return;
      case 'but':
        this.#degree = undefined;
        this.#as =
          token.key === 'with' && this.#isMixture(at - 1)
            ? { as: 'contained', from: token.from, isLoose: true }
            : undefined;
        return;
      default:
        return;
    }
  }

  /** recipes with calone hold it; a perfume with calone, or an accord with rose, only smells of it. */
  #isMixture(at: number): boolean {
    const { entry, key = '' } = this.#tokens[at] ?? {};
    return entry?.concepts.some((id) => mixtures.has(id)) === true && !looseKinds.has(key);
  }

  /** Whether the last thing meant stands right before the token at `at`, but for words that say nothing. */
  #isNext(at: number): boolean {
    const place = this.#places.at(-1);
    if (place === undefined) return false;
    for (let between = place + 1; between < at; between += 1) {
      const token = this.#tokens[between];
      if (!token || token.after === 'stop') return false;
      if (token.entry === undefined && token.says === undefined) return false;
      if (token.says && !['filler', 'smelled', 'note', 'contains', 'not', 'degree', 'family'].includes(token.says.is))
        return false;
    }
    return this.#tokens[at]?.after !== 'stop';
  }

  /** 없이, 말고, 싫어: the thing before, and those joined to it. */
  #before(at: number, token: Token, negation: Negation, degree?: Degree): void {
    if (!this.#isNext(at)) return;
    let index = this.#meant.length - 1;
    const first = this.#meant[index];
    if (!first) return;
    // 달지 말고 is 달지 않게.
    const isVerb = beforeNot.test(first.token.tail);
    this.#negate(first, isVerb ? 'soft' : negation, degree, token.to);
    // 합성 머스크는 피하고: an origin right before only narrows it.
    if (
      negation === 'exclude' &&
      index > 0 &&
      this.#meant[index - 1]?.token.entry?.category === 'origin' &&
      this.#meant[index - 1]?.token.tail === '' &&
      this.#places[index - 1] === (this.#places[index] ?? 0) - 1
    ) {
      first.from = this.#meant[index - 1]?.from ?? first.from;
      this.#meant.splice(index - 1, 1);
      this.#places.splice(index - 1, 1);
      index -= 1;
    }
    while (index > 0) {
      const previous = this.#meant[index - 1];
      const isAdjacent = (this.#places[index - 1] ?? -9) + 1 === this.#places[index] || this.#isJoinedBetween(index);
      if (!previous || previous.negation || !isAdjacent || !this.#shares(previous, first, index)) return;
      this.#negate(previous, negation, degree, previous.to);
      index -= 1;
    }
  }

  #isJoinedBetween(index: number): boolean {
    const [from, to] = [this.#places[index - 1] ?? 0, this.#places[index] ?? 0];
    return to - from === 2 && ['or', 'and'].includes(this.#tokens[from + 1]?.says?.is ?? '');
  }

  #shares(previous: Meant, first: Meant, index: number): boolean {
    if (previous.token.isPredicate) return false;
    if (joins.test(previous.token.tail) || this.#isJoinedBetween(index)) return true;
    const next = this.#meant[index]?.token;
    return (
      next?.after === 'comma' && previous.token.tail === '' && isIngredient(previous.token) && isIngredient(first.token)
    );
  }

  #negate(meant: Meant, negation: Negation, degree: Degree | undefined, to: number): void {
    meant.negation = negation;
    if (degree) meant.degree = degree;
    meant.to = Math.max(meant.to, to);
  }

  /** 않은 after a predicate in -지, and after those joined to it: 달지도 무겁지도 않은. */
  #notSo(at: number, token: Token): void {
    const before = this.#tokens[at - 1];
    if (!before) return;
    const saysBefore = this.#saysAt(at - 1);
    if (saysBefore?.is === 'contains' || saysBefore?.is === 'smelled') {
      this.#before(at, token, saysBefore.is === 'contains' ? 'exclude' : 'soft');
      const last = this.#meant.at(-1);
      if (last?.as === 'contained') last.as = undefined;
      return;
    }
    if (this.#places.at(-1) !== at - 1 || !beforeNot.test(before.tail)) return;
    for (let index = this.#meant.length - 1; index >= 0; index -= 1) {
      const meant = this.#meant[index];
      if (!meant || !beforeNot.test(meant.token.tail)) return;
      this.#negate(meant, 'soft', undefined, index === this.#meant.length - 1 ? token.to : meant.to);
      if ((this.#places[index - 1] ?? -9) + 2 < (this.#places[index] ?? 0)) return;
    }
  }

  #hearNot(at: number, token: Token): void {
    const next = this.#tokens[at + 1];
    if (!next) return;
    if (token.entry?.isKorean) {
      const says = this.#saysAt(at + 1);
      if (says?.is === 'contains' || says?.is === 'smelled')
        this.#before(at + 1, next, says.is === 'contains' ? 'exclude' : 'soft');
      else if (isContent(next) && (next.isPredicate || next.tail.startsWith('ㅎ')))
        this.#reach.set(at + 1, { negation: 'soft', from: token.from });
      return;
    }
    this.#after(at, 'soft');
  }

  /** without, not: the next thing, and a list that goes on with or, nor, and in what is excluded with and. */
  #after(at: number, negation: Negation, degree?: Degree): void {
    const first = this.#contentFrom(at + 1);
    if (first === undefined) return;
    const from = this.#tokens[at]?.from ?? 0;
    const firstToken = this.#tokens[first];
    if (!firstToken) return;
    const head = negation === 'exclude' ? this.#headOf(first) : undefined;
    if (head !== undefined) {
      const isOrigin = firstToken.entry?.category === 'origin';
      this.#reach.set(first, { negation: 'soft', from, ...(isOrigin && { isPassed: true as const }) });
      this.#reach.set(head, {
        negation: isOrigin ? 'exclude' : 'soft',
        from: isOrigin ? from : (this.#tokens[head]?.from ?? from),
        ...(degree && { degree }),
      });
      return;
    }
    const reached = [first];
    let maybe: number[] = [];
    let place = first;
    for (;;) {
      const joint = this.#jointAfter(place);
      if (!joint) break;
      const next = this.#tokens[joint.content];
      if (!next || isThing(next) !== isThing(firstToken)) break;
      if (joint.by === 'or' || (joint.by === 'and' && negation === 'exclude')) {
        reached.push(...maybe, joint.content);
        maybe = [];
      } else if (joint.by === 'comma') maybe.push(joint.content);
      else break;
      place = joint.content;
    }
    for (const [index, content] of reached.entries()) {
      const said = this.#degreeBefore(content, at);
      this.#reach.set(content, {
        negation: negation === 'soft' && !said && isNoun(this.#tokens[content]) ? 'exclude' : negation,
        from: index === 0 ? from : (this.#tokens[content]?.from ?? from),
        ...((degree ?? said) && { degree: degree ?? said ?? 'plain' }),
      });
    }
  }

  /** The thing a quality stands right before: musk in no heavy musk. */
  #headOf(first: number): number | undefined {
    const [quality, head] = [this.#tokens[first], this.#tokens[first + 1]];
    if (!quality || !head || isThing(quality) || quality.isPredicate || head.after !== 'word' || head.says)
      return undefined;
    return isContent(head) && isThing(head) ? first + 1 : undefined;
  }

  /** The degree said between what negates and what is negated. */
  #degreeBefore(content: number, at: number): Degree | undefined {
    for (let place = content - 1; place > at && place > content - 4; place -= 1) {
      const says = this.#tokens[place]?.says;
      if (says?.is === 'degree') return says.degree;
    }
    return undefined;
  }

  /** The next thing from `at`, over words that say nothing; none beyond a full stop, a comma or another clause. */
  #contentFrom(at: number): number | undefined {
    for (let place = at; place < this.#tokens.length && place < at + 7; place += 1) {
      const token = this.#tokens[place];
      if (!token || token.after === 'stop' || (token.after === 'comma' && place > at)) return undefined;
      const says =
        token.says && !(isContent(token) && ['filler', 'note', 'but'].includes(token.says.is)) ? token.says : undefined;
      if (says && !token.isPredicate) {
        if (['but', 'exclude', 'or', 'and'].includes(says.is)) return undefined;
        continue;
      }
      if (isContent(token)) return place;
    }
    return undefined;
  }

  #jointAfter(place: number): { readonly by: 'or' | 'and' | 'comma' | 'none'; readonly content: number } | undefined {
    let by: 'or' | 'and' | 'comma' | 'none' = 'none';
    for (let next = place + 1; next < this.#tokens.length && next < place + 6; next += 1) {
      const token = this.#tokens[next];
      if (!token || token.after === 'stop') return undefined;
      if (token.after === 'comma' && by === 'none') by = 'comma';
      const says = token.says;
      if (says?.is === 'or' || says?.is === 'and') by = says.is;
      else if (says && !isContent(token)) {
        if (!['filler', 'note', 'degree', 'family'].includes(says.is)) return undefined;
      } else if (isContent(token)) return by === 'none' ? undefined : { by, content: next };
      else return undefined;
    }
    return undefined;
  }

  #model(says: Extract<FunctionWord, { is: 'like' | 'instead' | 'contains' }>, at: number, token: Token): void {
    const as = says.is === 'contains' ? 'contained' : says.is;
    if (says.of === 'after') {
      this.#as = { as, from: token.from };
      return;
    }
    const last = this.#meant.at(-1);
    if (!last || !this.#isNext(at) || last.negation) return;
    last.as = as;
    last.to = token.to;
  }

  /** limited by X, X에 걸리는; or of no standard in particular. */
  #limit(is: LimitWord['is'], at: number, token: Token): void {
    const last = this.#meant.at(-1);
    if (
      is === 'limited' &&
      token.entry?.isKorean &&
      last &&
      this.#isNext(at) &&
      (last.token.entry?.standards.length ?? 0) > 0 &&
      last.token.tail !== ''
    ) {
      last.isLimit = true;
      last.to = token.to;
      return;
    }
    this.#limits.push({ token, is });
    if (is === 'limited') this.#limitFrom = token.from;
  }
}

/** Whether a token stands for something. */
export function isContent({ entry }: Token): boolean {
  return (
    entry !== undefined &&
    entry.concepts.length + entry.materials.length + entry.standards.length + entry.allergens.length > 0
  );
}

/** Whether it is something one can leave out of a formula. */
function isIngredient({ entry, isPredicate }: Token): boolean {
  return !isPredicate && entry !== undefined && (entry.materials.length > 0 || entry.isIngredient);
}

function isThing({ entry, isPredicate }: Token): boolean {
  return !isPredicate && entry !== undefined && entry.isThing;
}

const nounsInY =
  /(?:honey|cherry|berry|lily|valley|peony|ivy|mary|celery|poppy|whisky|whiskey|brandy|parsley|curry|hay|bay|clay|rosemary|may)$/;

/** Not galbanum leaves galbanum out; not smoky only asks for less smoke. */
function isNoun(token: Token | undefined): boolean {
  if (!token || !isIngredient(token)) return false;
  return nounsInY.test(token.key) || !/(?:y|ic|ous|al|ed|ish|like|ent|ive|ing)$/.test(token.key);
}
