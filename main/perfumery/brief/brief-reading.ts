/**
 * @file What a brief was understood to say, each point with the words it stands in. What the brief does not say is empty:
 * nothing is guessed.
 */
import type { Category } from '#perfumery/safety/category.ts';
import type { Span } from '#perfumery/search/chip.ts';
import type { ConceptCategory } from '#perfumery/search/concept.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

/** A point and its words in the brief. */
export interface Told<T> {
  readonly value: T;
  readonly span: Span;
}

/** A note: a concept of the lexicon, or one material of the library. */
export type ToldNote = { readonly concept: string } | { readonly material: string };

export const toldIntensities = ['subtle', 'moderate', 'intense'] as const;
export type ToldIntensity = (typeof toldIntensities)[number];

export const toldLastings = ['long-lasting', 'fleeting'] as const;
/** How long it is to last: as long as possible, briefly, or at least so many hours. */
export type ToldLongevity = (typeof toldLastings)[number] | { readonly hours: number };

/** What a concept must be to be a note, and what to be a scene. */
export const noteCategories: readonly ConceptCategory[] = ['note', 'descriptor', 'style', 'texture'];
export const sceneCategories: readonly ConceptCategory[] = ['occasion', 'time', 'place', 'weather', 'colour', 'person'];

export interface BriefReading {
  /** What was read, in NFC: spans count in it. */
  readonly text: string;
  /** Family ids of the odour vocabulary. */
  readonly families: readonly Told<string>[];
  readonly notesWanted: readonly Told<ToldNote>[];
  readonly notesUnwanted: readonly Told<ToldNote>[];
  /** Concept ids in the category mood. */
  readonly moods: readonly Told<string>[];
  /** Concept ids of occasions, times of day, places, weather, colours and people. */
  readonly scenes: readonly Told<string>[];
  readonly seasons: readonly Told<string>[];
  readonly genders: readonly Told<string>[];
  readonly intensity?: Told<ToldIntensity>;
  readonly longevity?: Told<ToldLongevity>;
  /** A key of `productTypes` where a product was named; its category, or one that was said alone. */
  readonly product?: Told<{ readonly type?: string; readonly category: Category }>;
  readonly priceCeiling?: Told<{ readonly perKilogram: DecimalText; readonly currency: string }>;
  /** Perfumes it should remind of, as they are written. */
  readonly references: readonly Told<string>[];
}
