import type { RecipeId } from '#foundation/ids.ts';
import { settled } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** Takes an import back: removes the recipe it made. */
export async function undoImport(recipeId: RecipeId): Promise<void> {
  await settled(recipeId);
  await useStudio.getState().client.recipes.remove({ recipeId });
}
