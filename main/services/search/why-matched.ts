/** @file Why something was found: the words where they stand in it, and the concepts it has in common with the wish. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { AskedWish } from '#perfumery/search/concept-score.ts';
import type { FoundName } from '#perfumery/search/find-by-name.ts';
import type { AskedWord } from '#perfumery/search/word-score.ts';
import type { Findable, PieceField } from './items/findable.ts';
import type { SearchNeeds } from './search-needs.ts';

export type Span = readonly [from: number, to: number];

export interface Why {
  readonly texts: readonly {
    readonly field: PieceField | 'code';
    readonly text: string;
    readonly spans: readonly Span[];
  }[];
  readonly concepts: readonly { readonly id: string; readonly label: InTwoLanguages; readonly isImplied: boolean }[];
  readonly meaning?: number;
}

const mostTexts = 4;
const mostConcepts = 4;
/** What adds less to the wish is not worth a word. */
const leastWorth = 0.12;
/** Letters of a long remark that are shown around the first match. */
const around = 60;

/** One answer, and what found it. */
export interface Answer {
  readonly slot: number;
  readonly name: FoundName<number> | undefined;
  /** Cosine of the encoder; absent where it was not found by it. */
  readonly meaning: number | undefined;
}

export interface WhyAsked {
  readonly words: readonly AskedWord[];
  readonly wishes: readonly AskedWish[];
  readonly language: 'ko' | 'en';
}

/** Why something of the shelf is among the answers. Names are left out where they stand in the title already. */
export function whyMatched({ shelf, said, understanding }: Pick<SearchNeeds, 'shelf' | 'said' | 'understanding'>) {
  return ({ slot, name, meaning }: Answer, { words, wishes, language }: WhyAsked): Why => {
    const found = shelf.at(slot) as Findable;
    const terms = new Set(words.map(({ term }) => term));
    const texts: Why['texts'][number][] = [];
    const shown = new Set<string>();
    const titles = [found.item.title.ko, found.item.title.en];
    if (name && !titles.includes(name.text)) {
      texts.push({ field: name.field === 'alias' ? 'alias' : 'code', text: name.text, spans: [[name.from, name.to]] });
      shown.add(name.text);
    }
    const holdsWord = words.some(({ term }) => shelf.words.weightIn(term, slot) > 0);
    const matched = (holdsWord ? found.pieces : [])
      .filter((piece) => said.termsOf(piece).some((term) => terms.has(term)))
      .sort((a, b) => b.weight - a.weight);
    for (const piece of matched) {
      if (texts.length >= mostTexts) break;
      const whole = said.shownIn(piece, language);
      if (shown.has(whole) || titles.includes(whole)) continue;
      shown.add(whole);
      texts.push({ field: piece.field, ...excerpt(whole, spansOf(whole, terms)) });
    }
    return {
      texts,
      concepts: commonConcepts({ shelf, understanding, wishes, slot }),
      ...(meaning !== undefined && { meaning: Number(meaning.toFixed(3)) }),
    };
  };
}

interface Common extends Pick<SearchNeeds, 'shelf' | 'understanding'> {
  readonly wishes: readonly AskedWish[];
  readonly slot: number;
}

function commonConcepts({ shelf, understanding, wishes, slot }: Common): Why['concepts'] {
  const worths = new Map<string, number>();
  for (const { bundle, weight, isNegated } of wishes) {
    if (isNegated) continue;
    for (const [id, share] of bundle) {
      const worth = weight * share * shelf.concepts.stated.weightIn(id, slot);
      if (worth > leastWorth) worths.set(id, Math.max(worth, worths.get(id) ?? 0));
    }
  }
  const asked = new Set(wishes.map(({ id }) => id));
  return [...worths]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostConcepts)
    .flatMap(([id]) => {
      const label = understanding.labelOf(id);
      return label ? [{ id, label, isImplied: !asked.has(id) }] : [];
    });
}

/** Where terms stand in a text: at the beginning of a word; Latin words are marked to their end. */
export function spansOf(text: string, terms: ReadonlySet<string>): readonly Span[] {
  const lower = text.normalize('NFC').toLowerCase();
  if (lower.length !== text.length) return [];
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = lower.indexOf(term); at >= 0 && term !== ''; at = lower.indexOf(term, at + 1)) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1)) && !isHangul(term)) continue;
      let end = at + term.length;
      while (!isHangul(term) && /[\p{L}\p{N}]/u.test(lower.charAt(end))) end += 1;
      found.push([at, end]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function isHangul(text: string): boolean {
  return text >= '가' && text <= '힣\uffff';
}

function excerpt(text: string, spans: readonly Span[]): { readonly text: string; readonly spans: readonly Span[] } {
  const first = spans[0]?.[0] ?? 0;
  if (text.length <= around * 2.5) return { text, spans };
  const from = Math.max(0, first - around);
  const to = Math.min(text.length, first + around * 1.5);
  const head = from > 0 ? '…' : '';
  const shift = head.length - from;
  return {
    text: `${head}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    spans: spans.filter((span) => span[0] >= from && span[1] <= to).map(([a, b]) => [a + shift, b + shift] as const),
  };
}
