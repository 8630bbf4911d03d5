/**
 * @file A concept of perfumery: what several words in Korean and English mean, and what else that brings to mind.
 *
 * A concept is not a word of the odour vocabulary, though many stand for one: `rain` has no descriptor of its own, it brings
 * petrichor, ozone and wet earth to mind. Weights say how strongly, 0..1.
 */
import type { MaterialKind, Role } from '#perfumery/material/material.ts';
import type { SearchKind } from './search-item.ts';

export const conceptCategories = [
  'family',
  'descriptor',
  'note',
  'style',
  'mood',
  'texture',
  'intensity',
  'longevity',
  'season',
  'occasion',
  'time',
  'place',
  'weather',
  'gender',
  'person',
  'colour',
  'product',
  'kind',
  'role',
  'origin',
  'price',
] as const;
export type ConceptCategory = (typeof conceptCategories)[number];

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export const genders = ['feminine', 'masculine', 'unisex'] as const;

/** How the stem of a Korean verb or adjective changes before an ending. `하`: 상큼하다. `있`: 맛있다. `규칙`: not at all. */
export const predicateClasses = ['하', 'ㅂ', 'ㅎ', '르', 'ㅡ', 'ㄹ', 'ㄷ', 'ㅅ', '러', '있', '규칙'] as const;
export type PredicateClass = (typeof predicateClasses)[number];

/** A verb or adjective without its ending: `가볍` of class `ㅂ` for 가볍다, 가벼운, 가벼워서. */
export interface KoreanPredicate {
  readonly stem: string;
  readonly class: PredicateClass;
}

/** A noun or phrase as it is said, or a predicate that takes endings. */
export type KoreanForm = string | KoreanPredicate;

/** The ids by which what can be found is told apart, where the concept stands for one of them. */
export interface ConceptFacets {
  readonly families?: readonly string[];
  readonly descriptors?: readonly string[];
  readonly seasons?: readonly (typeof seasons)[number][];
  readonly genders?: readonly (typeof genders)[number][];
  readonly moods?: readonly string[];
  readonly roles?: readonly Exclude<Role, 'none'>[];
  readonly origins?: readonly MaterialKind[];
  /** Materials of the catalogue that are this: what goes when somebody wants none of it. */
  readonly materials?: readonly string[];
  readonly kinds?: readonly SearchKind[];
  /** Keys of `productTypes`. */
  readonly products?: readonly string[];
  /** h on a blotter. */
  readonly tenacity?: { readonly min?: number; readonly max?: number };
  /** The lower or the upper third of the prices there are. */
  readonly price?: 'low' | 'high';
}

export interface Concept {
  readonly id: string;
  readonly category: ConceptCategory;
  /** `loan`: foreign words in Hangul. In each list the usual word first. */
  readonly forms: {
    readonly ko: readonly KoreanForm[];
    readonly en: readonly string[];
    readonly loan: readonly KoreanForm[];
  };
  /** What it brings to mind: concept ids with weights, 0..1. */
  readonly implies: Readonly<Record<string, number>>;
  /** Concepts that are its contrary; each names the other. */
  readonly opposites: readonly string[];
  readonly facets: ConceptFacets;
}

/** Words that mean more than one concept, with the likeliest meaning first. Keys are folded by `wordKey`. */
export type AmbiguousForms = Readonly<Record<string, readonly string[]>>;

export interface Concepts {
  readonly concepts: readonly Concept[];
  readonly ambiguous: AmbiguousForms;
}

/** The form as a dictionary prints it: 가볍다, 장미. */
export function dictionaryForm(form: KoreanForm): string {
  return typeof form === 'string' ? form : `${form.stem}다`;
}

/** A form as forms are compared: NFC, lower case, neither spaces nor hyphens. */
export function wordKey(form: KoreanForm): string {
  return dictionaryForm(form).normalize('NFC').toLowerCase().replace(/[\s-]/g, '');
}
