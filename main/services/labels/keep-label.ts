import { StudioError } from '#foundation/errors.ts';
import type { EventStream } from '#foundation/event-stream.ts';
import type { LabelStore } from '#library/sqlite/label-store.ts';
import { longestTag, type MaterialLabel, mostTags, type RecipeLabel, tidyTags } from '#perfumery/formula/label.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

/** What labelling needs. */
export interface LabelNeeds extends Pick<RecipeNeeds, 'write' | 'hasMaterial'> {
  readonly labels: LabelStore;
  readonly recipes: Pick<RecipeNeeds['recipes'], 'head'>;
  readonly announceDay: EventStream<DayEvent>['announce'];
}

/** Sets tags, favourite and accord mark of a recipe; what is not named stays. */
export function labelRecipe({ labels, recipes, write, announceDay }: LabelNeeds) {
  return ({ recipeId, ...asked }: Partial<RecipeLabel> & Pick<RecipeLabel, 'recipeId'>): RecipeLabel => {
    const label = write(() => {
      if (!recipes.head(recipeId)) throw new StudioError('recipe.not-found', { recipeId });
      const before = labels.recipe(recipeId);
      const now = { ...before, ...asked, tags: checkTags(asked.tags ?? before.tags) };
      labels.putRecipe(now);
      return now;
    });
    announceDay({ what: 'labels', recipeId });
    return label;
  };
}

/** Sets tags and favourite of a material; what is not named stays. */
export function labelMaterial({ labels, hasMaterial, write, announceDay }: LabelNeeds) {
  return ({ materialId, ...asked }: Partial<MaterialLabel> & Pick<MaterialLabel, 'materialId'>): MaterialLabel => {
    if (!hasMaterial(materialId)) throw new StudioError('material.not-found', { materialId });
    const label = write(() => {
      const before = labels.material(materialId);
      const now = { ...before, ...asked, tags: checkTags(asked.tags ?? before.tags) };
      labels.putMaterial(now);
      return now;
    });
    announceDay({ what: 'labels' });
    return label;
  };
}

function checkTags(written: readonly string[]): readonly string[] {
  const tags = tidyTags(written);
  if (tags.length > mostTags) throw new StudioError('tag.invalid', { reason: 'too-many', text: String(tags.length) });
  const long = tags.find((tag) => [...tag].length > longestTag);
  if (long) throw new StudioError('tag.invalid', { reason: 'too-long', text: long });
  return tags;
}
