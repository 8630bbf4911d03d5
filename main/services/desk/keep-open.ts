import type { RecipeId } from '#foundation/ids.ts';
import type { DeskNeeds } from './desk-needs.ts';

/** Remembers which recipes lie open, the front one first; ids that are no longer in the library are left out. */
export function keepOpen({ desk }: Pick<DeskNeeds, 'desk'>) {
  return (recipeIds: readonly RecipeId[]): readonly RecipeId[] => {
    desk.keepOpen(recipeIds);
    return desk.open();
  };
}
