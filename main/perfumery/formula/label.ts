/** @file What the perfumer has written on a recipe or a material to find it again. */
import type { MaterialId, RecipeId } from '#foundation/ids.ts';

export interface RecipeLabel {
  readonly recipeId: RecipeId;
  readonly tags: readonly string[];
  readonly isFavourite: boolean;
  /** Stands in the accord library. */
  readonly isAccord: boolean;
}

export interface MaterialLabel {
  readonly materialId: MaterialId;
  readonly tags: readonly string[];
  readonly isFavourite: boolean;
}

export const mostTags = 30;
export const longestTag = 40;

/** Tags as they are kept: NFC, single spaces, without `#`, each once whatever its case, in the order written. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const written of tags) {
    const tag = written
      .normalize('NFC')
      .replace(/^[#\s]+/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const folded = tag.toLowerCase();
    if (tag && !kept.has(folded)) kept.set(folded, tag);
  }
  return [...kept.values()];
}
