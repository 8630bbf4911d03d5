import type { recipes as model } from '../en/recipes.ts';
import type { SameKeys } from '../same-keys.ts';

export const recipes: SameKeys<typeof model> = {};
