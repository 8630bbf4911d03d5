/** @file What stands at the side of the bench and follows every keystroke. */
import type { LineId, RecipeId } from '#foundation/ids.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

export function SidePanel(_props: Props) {
  return null;
}
