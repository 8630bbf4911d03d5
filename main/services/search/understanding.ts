/** @file What a sentence comes to: chips the perfumer sees and can put away, concepts that are wished for or not, and words. */
import type { BriefReading } from '#perfumery/brief/brief-reading.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { AskedWish } from '#perfumery/search/concept-score.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';

export interface UnderstoodChip {
  /** The same for the same words of the same meaning; names it when it is put away. */
  readonly key: string;
  /** As it stands in the sentence, or what was meant where it was misspelt. */
  readonly written: string;
  /** What it was taken for. */
  readonly label: InTwoLanguages;
  /** What kind of thing it is: family, mood, price … */
  readonly about: string;
  readonly isNegated: boolean;
  /** Leaves out what is not so; otherwise what is so comes first. */
  readonly isHard: boolean;
  readonly filters: readonly SearchFilter[];
  /** Where it stands in the text, in UTF-16 units. */
  readonly span?: readonly [from: number, to: number];
}

export interface Understood {
  readonly chips: readonly UnderstoodChip[];
  readonly wishes: readonly AskedWish[];
  /** Materials that were written as they are called, or by a number of theirs. */
  readonly exact: readonly { readonly materials: readonly string[]; readonly isWhole: boolean }[];
  /** What nobody understood: looked for as words. */
  readonly rest: string;
  /** The sentence without what is excluded or filtered: what an encoder should hear. */
  readonly wanted: string;
}

export interface Understanding {
  /** Reads a sentence; chips whose keys are in `without` are not read. */
  read(text: string, without: ReadonlySet<string>): Understood;
  /** A whole brief, point by point with its words. */
  readBrief(text: string): BriefReading;
  labelOf(concept: string): InTwoLanguages | undefined;
  /** What lies at the other end of a concept: matte for shiny. Strongest first; none where it has no other end. */
  oppositesOf(concept: string): readonly string[];
  /** Concepts that have another end and that a smell can move along, the usual ones first. */
  axes(): readonly { readonly concept: string; readonly label: InTwoLanguages; readonly opposite: InTwoLanguages }[];
  /** The concept itself at 1 and what it implies, by weight. */
  bundleOf(concept: string): ReadonlyMap<string, number>;
}
