import type { RecipeNeeds } from './recipe-needs.ts';
import { stepThroughEdits } from './step-through-edits.ts';

/** Makes the edit that was undone last once more. */
export function redoEdit(needs: RecipeNeeds) {
  return stepThroughEdits(needs, 'redo');
}
