import type { ChipTopic, Span } from '#perfumery/search/chip.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';

/** Something of a fixed form that a pattern found: a price, a date, a category. */
export interface Found extends Span {
  readonly topic: ChipTopic;
  readonly isNegated?: boolean;
  /** Absent: understood, but it makes no filter here (a price in a currency without a rate). */
  readonly filter?: SearchFilter;
  /** A soft wish instead of a filter. */
  readonly concept?: string;
}

/** Those that do not overlap, the earliest and of those the longest first. */
export function withoutOverlaps<T extends Span>(all: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const one of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  }
  return kept;
}

const particle = /(?:에는|에서는|에서|에도|에|의|은|는|이|가|을|를|으로|로|인|짜리|까지|부터|도|만)(?![가-힣])/y;

/** The span with the Korean particle that hangs on it: 지난주에. */
export function withParticle<T extends Span>(text: string, span: T): T {
  particle.lastIndex = span.to;
  const found = particle.exec(text);
  return found ? { ...span, to: span.to + found[0].length } : span;
}
