/**
 * @file Something of the library as it is found: what is searched, what opens, and what its row shows.
 *
 * The words of an item are pieces, each with its place and its weight, so that a name counts more than a remark, a material
 * that fills the room more than one nobody smells, and so that a result can say where it was matched. Pieces that name a
 * descriptor, a family or a material hold its id; `PieceWords` says them in both languages.
 */
import type { EvaluationId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Family, InTwoLanguages } from '#perfumery/material/material.ts';
import type { Verdict } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';

export const pieceFields = [
  'name',
  'alias',
  'descriptor',
  'family',
  'role',
  'material',
  'constituent',
  'product',
  'brief',
  'note',
  'words',
  'tag',
  'supplier',
] as const;
export type PieceField = (typeof pieceFields)[number];

/** `weight` is of the item: 1 for what it is, less for what is only in it. */
export interface Piece {
  readonly field: PieceField;
  /** Text as it stands; the id where the field is `descriptor`, `family` or `material`. */
  readonly text: string;
  readonly weight: number;
}

/** What opens when it is chosen. */
export type Opens =
  | { readonly what: 'material'; readonly materialId: MaterialId }
  | { readonly what: 'recipe'; readonly recipeId: RecipeId }
  | { readonly what: 'trial'; readonly recipeId: RecipeId; readonly trialId: TrialId }
  | {
      readonly what: 'evaluation';
      readonly recipeId: RecipeId;
      readonly trialId: TrialId;
      readonly evaluationId: EvaluationId;
    };

/** What IFRA says of it, short enough for a row. `most`: the highest % of a finished product the material alone may make. */
export type IfraShown =
  | { readonly state: Verdict; readonly category: Category }
  | { readonly state: 'limited'; readonly category: Category; readonly most: number };

/** What a row shows that is no facet. */
export interface RowShown {
  readonly family?: Family;
  readonly cas?: string;
  /** What it belongs to: the recipe of a trial, the material of a note. */
  readonly of?: InTwoLanguages;
  /** Number of the trial it is, or belongs to. */
  readonly number?: number;
  /** How many lines its formula has. */
  readonly lineCount?: number;
  readonly ifra?: IfraShown;
  /** The price leaves something out that nobody has priced. */
  readonly isPricePartial?: true;
  /** It can be smelled longer than was reckoned. */
  readonly isTenacityLeast?: true;
}

/** Without `words`, which come from the pieces. */
export interface Findable {
  readonly item: Omit<SearchItem, 'words'>;
  readonly opens: Opens;
  readonly row: RowShown;
  readonly pieces: readonly Piece[];
}

/** Facets of which nothing is known. */
export const noFacets: SearchItem['facets'] = {
  families: [],
  descriptors: [],
  seasons: [],
  genders: [],
  moods: [],
  roles: [],
  origins: [],
  materials: [],
  passes: [],
  limitedBy: [],
  allergens: [],
  tags: [],
};

/** A name without the languages nobody has written it in; `instead` where nobody has in either. */
export function titleOf(name: InTwoLanguages, instead: InTwoLanguages): SearchItem['title'] {
  const { en, ko } = name.en.trim() || name.ko.trim() ? name : instead;
  return { ...(en.trim() && { en: en.trim() }), ...(ko.trim() && { ko: ko.trim() }) };
}

/** The ISO day of an ISO instant. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The pieces of a text that somebody wrote; none where nobody did. */
export function written(field: PieceField, text: string | undefined, weight: number): readonly Piece[] {
  const tidy = text?.trim();
  return tidy ? [{ field, text: tidy, weight }] : [];
}
