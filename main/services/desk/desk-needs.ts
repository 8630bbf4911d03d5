import type { DeskStore } from '#library/sqlite/desk-store.ts';
import type { RecipeStore } from '#library/sqlite/recipe-store.ts';

/** What the acts on the desk need. */
export interface DeskNeeds {
  readonly desk: DeskStore;
  readonly recipes: Pick<RecipeStore, 'head'>;
}
