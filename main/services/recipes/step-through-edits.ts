/** @file Undo and redo are one movement through the history, backwards or forwards. */
import { invariant, StudioError } from '#foundation/errors.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { EditKind, RecipeChange } from '#perfumery/formula/recipe.ts';
import { applyRecipeChange, invertRecipeChange } from './recipe-change.ts';
import type { Edited } from './recipe-event.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** What undoing or redoing did to the bench. */
export interface Stepped extends Edited {
  readonly kind: EditKind;
  readonly change: RecipeChange;
}

/** Takes the last edit back, or makes the last undone one again. Refuses where there is none. */
export function stepThroughEdits({ recipes, edits, write, announce, now }: RecipeNeeds, direction: 'undo' | 'redo') {
  return (recipeId: RecipeId): Stepped => {
    const stepped = write((): Stepped => {
      const before = recipes.find(recipeId);
      if (!before) throw new StudioError('recipe.not-found', { recipeId });
      const { done, total } = edits.position(recipeId);
      const isUndo = direction === 'undo';
      if (isUndo && done === 0) throw new StudioError('recipe.nothing-to-undo', { recipeId });
      if (!isUndo && done === total) throw new StudioError('recipe.nothing-to-redo', { recipeId });
      const edit = edits.at(recipeId, isUndo ? done : done + 1);
      invariant(edit, 'every number up to the total has its edit');
      const change = isUndo ? invertRecipeChange(edit.change) : edit.change;
      const after = applyRecipeChange(before, change);
      const { revision } = before;
      recipes.change(recipeId, { revision, change: change.formula, ...after, updated: now() });
      if (edit.base) {
        const [from, to] = isUndo ? [edit.base.after, edit.base.before] : [edit.base.before, edit.base.after];
        if ((before.baseTrialId ?? null) === from) recipes.setBase(recipeId, to ?? undefined);
      }
      const nowDone = isUndo ? done - 1 : done + 1;
      edits.moveTo(recipeId, nowDone);
      return { kind: edit.kind, change, revision: revision + 1, canUndo: nowDone > 0, canRedo: nowDone < total };
    });
    announce({ what: 'edited', recipeId, origin: '', ...stepped });
    return stepped;
  };
}
