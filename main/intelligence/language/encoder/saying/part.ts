/** Which sentences may be said: those of the training, or those kept back for its evaluation. */
export type Part = 'train' | 'test';

/** Of a list of ways to say something: two in three are for training, every third is kept back. */
export function waysOf<Way>(ways: readonly Way[], part: Part): readonly Way[] {
  return ways.filter((_, at) => (at % 3 === 2) === (part === 'test'));
}
