import { StudioError } from '#foundation/errors.ts';
import type { BriefId, RecipeId } from '#foundation/ids.ts';
import type { Brief } from '#perfumery/brief/brief.ts';
import type { BriefNeeds } from './brief-needs.ts';
import { getBrief } from './get-brief.ts';

/** Says which brief a recipe works towards; null takes it off. */
export function giveBrief(needs: BriefNeeds) {
  return (recipeId: RecipeId, briefId: BriefId | null): Brief | null => {
    const brief = needs.write(() => {
      if (!needs.recipes.head(recipeId)) throw new StudioError('recipe.not-found', { recipeId });
      const given = briefId === null ? null : getBrief(needs)(briefId);
      needs.briefs.give(recipeId, given?.id);
      return given;
    });
    needs.announceDay({ what: 'briefs', recipeId });
    return brief;
  };
}

/** Removes a brief; the recipes that worked towards it stay. Answers what it takes to put it back. */
export function removeBrief(needs: BriefNeeds) {
  return (briefId: BriefId): { readonly brief: Brief; readonly recipeIds: readonly RecipeId[] } => {
    const removed = needs.write(() => {
      const brief = getBrief(needs)(briefId);
      const recipeIds = needs.briefs.recipesOf(briefId);
      needs.briefs.remove(briefId);
      return { brief, recipeIds };
    });
    needs.announceDay({ what: 'briefs' });
    return removed;
  };
}
