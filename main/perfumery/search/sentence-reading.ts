/** @file What a sentence in the search box was understood to ask, and what its reader had to know for that. */
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Chip, Span } from './chip.ts';

/** A name that stands for itself: all its ways of being written, in both languages. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

export interface NamedMaterial extends Named {
  /** CAS numbers, INCI names, SKUs: found as they stand. */
  readonly codes?: readonly { readonly kind: 'cas' | 'inci' | 'sku'; readonly text: string }[];
  readonly family?: string;
}

export interface NamedStandard extends Named {
  /** It forbids, where others limit. */
  readonly isProhibition: boolean;
}

/** What of the library a sentence can be about. The same object again is read without indexing it again. */
export interface ReadContext {
  readonly materials: readonly NamedMaterial[];
  /** Declarable allergens; `id` is the INCI name. */
  readonly allergens?: readonly Named[];
  readonly standards?: readonly NamedStandard[];
  /** ISO date: what yesterday is counted from. */
  readonly today: string;
  /** The library's currency and what others are worth in it. */
  readonly exchange?: Exchange;
  /** The IFRA category that is meant where none is said. Fine fragrance unless told otherwise. */
  readonly category?: Category;
}

/** Something that was written as it is called. */
export interface ExactMention {
  readonly kind: 'cas' | 'inci' | 'sku' | 'name';
  /** As it stands in the library; a CAS number in its plain form. */
  readonly text: string;
  /** Empty for a CAS number that nobody in the library has. */
  readonly materials: readonly string[];
  readonly span: Span;
  /** Nothing else was asked. */
  readonly isWhole: boolean;
}

export interface WeightedConcept {
  readonly id: string;
  /** 0..1. */
  readonly weight: number;
  readonly isNegated: boolean;
}

export interface ReadQuery {
  /** What was read, in NFC: spans count in it. */
  readonly text: string;
  readonly exact: readonly ExactMention[];
  /** In the order of the sentence. */
  readonly chips: readonly Chip[];
  /** The concepts that were wished for or away, each once. */
  readonly concepts: readonly WeightedConcept[];
  /** The words nobody understood, in their order. */
  readonly rest: string;
  /** The sentence without what is excluded or filtered: what an encoder should hear. */
  readonly wanted: string;
}
