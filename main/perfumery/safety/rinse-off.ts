/**
 * @file Which IFRA categories are rinsed off. It decides the threshold above which an allergen is declared (0.01 % rinsed
 * off, 0.001 % left on) and which natural traces EU law tolerates.
 *
 * After IFRA's definitions of the categories (51st Amendment): 6 is toothpaste and mouthwash, 7A hair products rinsed off,
 * 9 soap, shampoo and shower gel. 10A, household products for the hand, is no cosmetic; the EU Detergents Regulation
 * (EC) 648/2004 names allergens there above 0.01 %, so it counts with the rinsed-off ones. Everything else counts as left
 * on, the stricter side, also where nothing touches the skin (12) or the product is sprayed in a room (10B).
 */
import type { Category } from './category.ts';

const rinsedOff: ReadonlySet<Category> = new Set(['6', '7A', '9', '10A']);

/** Whether products of `category` are rinsed off rather than left on. */
export function isRinseOff(category: Category): boolean {
  return rinsedOff.has(category);
}
