import type { SeededRandom } from '#foundation/seeded-random.ts';
import { type Shape, sizeOf } from './tensor.ts';

export interface Weight {
  readonly shape: Shape;
  readonly data: Float32Array<ArrayBuffer>;
}

/** Learned numbers by the name of their parameter. */
export type Weights = ReadonlyMap<string, Weight>;

/** How a parameter begins: all alike, or normal around 0 with this standard deviation. */
export type Beginning = 'zeros' | 'ones' | { readonly spread: number };

export interface ParameterPlan {
  readonly name: string;
  readonly shape: Shape;
  readonly beginning: Beginning;
}

/** First weights of the planned parameters; the same ones for the same state of `random`. */
export function beginWeights(plans: readonly ParameterPlan[], random: SeededRandom): Map<string, Weight> {
  return new Map(
    plans.map(({ name, shape, beginning }) => {
      const data = new Float32Array(sizeOf(shape));
      if (beginning === 'ones') data.fill(1);
      else if (beginning !== 'zeros')
        for (let at = 0; at < data.length; at++) data[at] = random.normal() * beginning.spread;
      return [name, { shape, data }];
    }),
  );
}
