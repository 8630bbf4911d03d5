import { StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { StoredRecipe } from '#library/sqlite/recipe-store.ts';
import type { EditKind, RecipeChange } from '#perfumery/formula/recipe.ts';
import { checkChange } from './check-lines.ts';
import { checkProduct } from './check-product.ts';
import {
  applyRecipeChange,
  type Bench,
  invertRecipeChange,
  isEmptyRecipeChange,
  recipeChangeBetween,
} from './recipe-change.ts';
import type { Edited } from './recipe-event.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

export interface RecipeEdit {
  readonly recipeId: RecipeId;
  /** The revision it was made on. */
  readonly revision: number;
  readonly kind: EditKind;
  readonly change: RecipeChange;
  /** Still the same act as the edit before it: undo takes both back at once. */
  readonly continues?: boolean;
  readonly origin?: string;
}

/** Makes one edit on the working formula and remembers how to take it back. On the disk before it answers. */
export function editRecipe(needs: RecipeNeeds) {
  const { recipes, edits, write, announce, now } = needs;
  return ({ recipeId, revision, kind, change: asked, continues = false, origin = '' }: RecipeEdit): Edited => {
    const made = write(() => {
      const before = recipes.find(recipeId);
      if (!before) throw new StudioError('recipe.not-found', { recipeId });
      if (before.revision !== revision) {
        throw new StudioError('recipe.changed-elsewhere', { recipeId, expected: revision, actual: before.revision });
      }
      const after = applyRecipeChange(before, asked);
      // what the caller says was there before is not believed: undo has to bring back what really was
      const change = recipeChangeBetween(before, after);
      checkChange(needs)(recipeId, change.formula, after.formula.lines.length);
      if (change.product) checkProduct(needs)(change.product.after, change.product.before);
      recipes.change(recipeId, { revision, change: change.formula, ...after, updated: now() });
      remember(before, after, change, { kind, origin, continues });
      const { done, total } = edits.position(recipeId);
      return { change, edited: { revision: revision + 1, canUndo: done > 0, canRedo: done < total } };
    });
    announce({ what: 'edited', recipeId, origin, kind, change: made.change, ...made.edited });
    return made.edited;
  };

  function remember(
    { id, formula, product }: StoredRecipe,
    after: Bench,
    change: RecipeChange,
    { kind, origin, continues }: Required<Pick<RecipeEdit, 'kind' | 'origin' | 'continues'>>,
  ): void {
    const { done, total } = edits.position(id);
    const last = continues && done > 0 && done === total ? edits.at(id, done) : undefined;
    if (last && last.kind === kind && last.origin === origin && !last.base) {
      const start = applyRecipeChange({ formula, product }, invertRecipeChange(last.change));
      const both = recipeChangeBetween(start, after);
      if (isEmptyRecipeChange(both)) edits.dropLast(id);
      else edits.replaceLast(id, { kind, origin, change: both }, now());
    } else if (!isEmptyRecipeChange(change)) {
      edits.push(id, { kind, origin, change }, now());
    }
  }
}
