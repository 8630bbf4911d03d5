import type { Pooling } from './encoder-folder.ts';

/** What a run answered: numbers of [texts, tokens, dimensions], or of [texts, dimensions] where nothing is pooled. */
export interface RunAnswer {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/**
 * One unit vector for each text of a run (Reimers and Gurevych 2019): the mean of its tokens, or the first one’s. `lengths`
 * says how many tokens each has; what fills it up does not count.
 */
export function poolTokens({ data, shape }: RunAnswer, lengths: readonly number[], pooling: Pooling): Float32Array[] {
  const [, tokens = 1] = pooling === 'none' ? [] : shape;
  const dimensions = shape.at(-1) as number;
  return lengths.map((length, text) => {
    const vector = new Float32Array(dimensions);
    const counted = pooling === 'mean' ? length : 1;
    for (let token = 0; token < counted; token += 1) {
      const from = (text * tokens + token) * dimensions;
      for (let at = 0; at < dimensions; at += 1) vector[at] = (vector[at] as number) + (data[from + at] as number);
    }
    return toUnit(vector);
  });
}

/** `vector` at length 1, in place; one of nothing stays so. */
function toUnit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const number of vector) sum += number * number;
  const length = Math.sqrt(sum) || 1;
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) / length;
  return vector;
}
