import type { RecipeId } from '#foundation/ids.ts';

/**
 * Something of the working day changed; whoever shows it reads it again. `collections`: a whole import was kept or taken back,
 * so that materials and recipes have changed in numbers that are not told one by one. `library`: another one took its place.
 */
export interface DayEvent {
  readonly what: 'evaluations' | 'briefs' | 'stock' | 'labels' | 'collections' | 'library';
  readonly recipeId?: RecipeId;
}
