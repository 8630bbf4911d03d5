import { StudioError } from '#foundation/errors.ts';
import type { BriefId, RecipeId } from '#foundation/ids.ts';
import type { Brief } from '#perfumery/brief/brief.ts';
import type { BriefNeeds } from './brief-needs.ts';

/** A brief. Refuses (`brief.not-found`) one that is not there. */
export function getBrief({ briefs }: Pick<BriefNeeds, 'briefs'>) {
  return (briefId: BriefId): Brief => {
    const brief = briefs.find(briefId);
    if (!brief) throw new StudioError('brief.not-found', { briefId });
    return brief;
  };
}

/** A brief in a list, with the recipes that work towards it. */
export type BriefListed = Brief & { readonly recipeIds: readonly RecipeId[] };

/** Every brief, the next deadline first. */
export function listBriefs({ briefs }: Pick<BriefNeeds, 'briefs'>) {
  return (): readonly BriefListed[] =>
    briefs.all().map((brief) => ({ ...brief, recipeIds: briefs.recipesOf(brief.id) }));
}
