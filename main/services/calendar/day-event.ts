import type { RecipeId } from '#foundation/ids.ts';

/** Something of the working day changed; whoever shows it reads it again. */
export interface DayEvent {
  readonly what: 'evaluations' | 'briefs' | 'stock' | 'labels';
  readonly recipeId?: RecipeId;
}
