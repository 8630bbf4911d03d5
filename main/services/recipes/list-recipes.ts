import type { RecipeQuery } from '#library/sqlite/recipe-store.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** A page of recipes, last worked on first. */
export function listRecipes({ recipes }: Pick<RecipeNeeds, 'recipes'>) {
  return (query: RecipeQuery) => recipes.page(query);
}
