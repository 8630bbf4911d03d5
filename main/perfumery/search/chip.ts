/**
 * @file One part of a sentence that was understood, as the perfumer sees it and can take it away.
 *
 * A hard chip is a filter: what does not satisfy it is not found. A soft chip is a wish: what fulfils it comes first, what
 * does not comes later.
 */
import type { SearchFilter } from './search-filter.ts';

/** From and to in the text that was read, in UTF-16 units, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const chipTopics = [
  'family',
  'smell',
  'material',
  'like',
  'mood',
  'season',
  'occasion',
  'gender',
  'intensity',
  'tenacity',
  'product',
  'kind',
  'role',
  'origin',
  'price',
  'stock',
  'ifra',
  'limited-by',
  'allergen',
  'rating',
  'changed',
] as const;
export type ChipTopic = (typeof chipTopics)[number];

/** How much of it: `too` and `less` ask for less of it without excluding it. */
export type Degree = 'plain' | 'slightly' | 'very' | 'more' | 'less' | 'too';

/** What is hoped for: a concept of the lexicon, or the smell of a material. Weight 0..1. */
export type Wish =
  | { readonly concept: string; readonly weight: number }
  | { readonly material: string; readonly weight: number };

interface ChipBase {
  /** Unique among the chips of a reading, and the same again when the same words are read again. */
  readonly id: string;
  readonly topic: ChipTopic;
  readonly span: Span;
  /** Whether it was said that it should not be so. A negated hard chip's filter already excludes. */
  readonly isNegated: boolean;
  readonly degree: Degree;
  /** What was meant, where it was written otherwise: a slip of the finger, the other keyboard layout, initials. */
  readonly corrected?: string;
}

export type Chip = ChipBase &
  (
    | { readonly strictness: 'hard'; readonly filter: SearchFilter; readonly wish?: Wish }
    | { readonly strictness: 'soft'; readonly wish: Wish }
  );
