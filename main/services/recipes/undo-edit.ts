import type { RecipeNeeds } from './recipe-needs.ts';
import { stepThroughEdits } from './step-through-edits.ts';

/** Takes the last edit in force back. */
export function undoEdit(needs: RecipeNeeds) {
  return stepThroughEdits(needs, 'undo');
}
