/** @file The perfumer's own marks, tags and favourites, as lists and filters want them. */
import { useMemo } from 'react';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { MaterialLabel, RecipeLabel } from '#perfumery/formula/label.ts';
import { useAsked } from './working-day.ts';

export interface Labels {
  readonly recipes: ReadonlyMap<RecipeId, RecipeLabel>;
  readonly materials: ReadonlyMap<MaterialId, MaterialLabel>;
  /** Every tag in use, in order. */
  readonly tags: readonly string[];
}

const none: Labels = { recipes: new Map(), materials: new Map(), tags: [] };

/** The marks as they stand; none until they are here. */
export function useLabels(): Labels {
  const asked = useAsked(['labels'], 'all', (client) => client.labels.list());
  return useMemo(() => {
    if (!asked) return none;
    const { recipes, materials } = asked;
    return {
      recipes: new Map(recipes.map((one) => [one.recipeId, one])),
      materials: new Map(materials.map((one) => [one.materialId, one])),
      tags: tagsOf([...recipes, ...materials]),
    };
  }, [asked]);
}

/** The tags of some marks, each once, in order. */
export function tagsOf(labels: Iterable<{ readonly tags: readonly string[] }>): readonly string[] {
  return [...new Set([...labels].flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
}
