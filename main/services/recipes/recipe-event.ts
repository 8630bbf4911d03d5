import type { RecipeId } from '#foundation/ids.ts';
import type { EditKind, RecipeChange, RecipeHead } from '#perfumery/formula/recipe.ts';

/** What happened to a recipe, for whoever follows. An edit carries what it changed; `origin` is the caller's own name. */
export type RecipeEvent =
  | ({
      readonly what: 'edited';
      readonly recipeId: RecipeId;
      readonly origin: string;
      readonly kind: EditKind;
      readonly change: RecipeChange;
    } & Edited)
  | { readonly what: 'changed'; readonly recipeId: RecipeId; readonly head: RecipeHead }
  | { readonly what: 'removed'; readonly recipeId: RecipeId };

/** What an edit came to. */
export interface Edited {
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
