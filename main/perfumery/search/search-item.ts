/**
 * @file What can be found: a material, an accord, a recipe, a trial, an evaluation or a note, with what is known of it.
 *
 * A facet that is unknown is absent or empty, never guessed: a filter on price does not find what has no price.
 */
export const searchKinds = ['material', 'accord', 'recipe', 'trial', 'evaluation', 'note'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchItem {
  /** `kind:subject`, unique in the index. */
  readonly id: string;
  readonly kind: SearchKind;
  /** The id of the material, recipe, trial, evaluation … that opens when it is chosen. */
  readonly subject: string;
  /** Its name; either language may be missing, never both. */
  readonly title: { readonly en?: string; readonly ko?: string };
  /** CAS numbers, INCI names, codes of suppliers and house codes: found exactly. */
  readonly codes: readonly string[];
  /** Everything said about it in words, Korean and English together: for the analyser and the encoder. */
  readonly words: string;
  readonly facets: SearchFacets;
}

export interface SearchFacets {
  /** Family ids of the odour vocabulary, the strongest first. */
  readonly families: readonly string[];
  /** Descriptor ids of the odour vocabulary. */
  readonly descriptors: readonly string[];
  /** spring, summer, autumn, winter. */
  readonly seasons: readonly string[];
  /** feminine, masculine, unisex. */
  readonly genders: readonly string[];
  /** Concept ids of the lexicon in the category mood. */
  readonly moods: readonly string[];
  /** top, heart, base. */
  readonly roles: readonly string[];
  /** Materials: synthetic, natural, base, solvent. Recipes: their product id. */
  readonly origins: readonly string[];
  /** Material ids it contains: a material contains itself, a trial its lines exploded. */
  readonly materials: readonly string[];
  /** IFRA categories in which its verdict is pass at its dosage; unknown is not pass. */
  readonly passes: readonly string[];
  /** Ids of the IFRA standards that limit it. */
  readonly limitedBy: readonly string[];
  /** INCI names of declarable allergens it contains. */
  readonly allergens: readonly string[];
  readonly tags: readonly string[];
  /** In the library's currency for one kilogram. */
  readonly pricePerKg?: number;
  /** g on the shelf. */
  readonly stock?: number;
  /** Mean liking of its evaluations, 0..10. */
  readonly rating?: number;
  /** h until it can no longer be smelled on a blotter. */
  readonly tenacity?: number;
  /** ISO day it was last changed. */
  readonly changed?: string;
}
