/**
 * @file What kind of surroundings a product is for a perfume: acid, alkaline or neither, by kind of product. General
 * knowledge of the trade: bar soap and hair dye about pH 9 to 11, softener about 3, antiperspirant about 4.
 */

export type Surroundings = 'acid' | 'alkaline' | 'neutral';

const byType: ReadonlyMap<string, Surroundings> = new Map([
  ['soap', 'alkaline'],
  ['hair-colour', 'alkaline'],
  ['surface-cleaner', 'alkaline'],
  ['fabric-softener', 'acid'],
  ['deodorant', 'acid'],
]);

/** How acid a product of this kind usually is. Kinds not known count as neutral. */
export function surroundingsOf(productType: string): Surroundings {
  return byType.get(productType) ?? 'neutral';
}
