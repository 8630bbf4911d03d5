/** @file AdamW: Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019, algorithm 2). */
import type { Weights } from '../graph/weights.ts';

export interface AdamWOptions {
  /** How much of the mean gradient is kept at each step. */
  readonly beta1?: number;
  /** The same for the mean square. */
  readonly beta2?: number;
  readonly epsilon?: number;
  /** Share of a weight that is taken off at each step, times the rate. */
  readonly decay?: number;
  /** Which parameters decay; unless said, those with two axes or more. */
  readonly decays?: (name: string) => boolean;
  /** Longest gradient over all parameters together; a longer one is shortened to it. */
  readonly longest?: number;
}

export interface Moments {
  readonly mean: Float32Array<ArrayBuffer>;
  readonly square: Float32Array<ArrayBuffer>;
}

export class AdamW {
  readonly #options: Required<Omit<AdamWOptions, 'decays'>>;
  readonly #decays: (name: string) => boolean;
  readonly #weights: Weights;
  readonly moments: ReadonlyMap<string, Moments>;
  /** Steps taken. */
  steps = 0;

  constructor(
    weights: Weights,
    {
      beta1 = 0.9,
      beta2 = 0.999,
      epsilon = 1e-8,
      decay = 0,
      longest = Number.POSITIVE_INFINITY,
      decays,
    }: AdamWOptions = {},
  ) {
    this.#weights = weights;
    this.#options = { beta1, beta2, epsilon, decay, longest };
    this.#decays = decays ?? ((name) => (weights.get(name)?.shape.length ?? 0) > 1);
    this.moments = new Map(
      [...weights].map(([name, { data }]) => [
        name,
        { mean: new Float32Array(data.length), square: new Float32Array(data.length) },
      ]),
    );
  }

  /** Moves the weights against `gradients` at `rate`. Answers the length of the gradient before it was shortened. */
  step(gradients: ReadonlyMap<string, Float32Array>, rate: number): number {
    this.steps += 1;
    const { longest, decay } = this.#options;
    const known = Number.isFinite(longest) ? lengthOf(gradients) : undefined;
    const factor = known !== undefined && known > longest ? longest / known : 1;
    let squares = 0;
    for (const [name, gradient] of gradients) {
      const weight = this.#weights.get(name);
      const moments = this.moments.get(name);
      if (!weight || !moments) continue;
      const kept = 1 - (this.#decays(name) ? rate * decay : 0);
      squares += this.#move(weight.data, gradient, moments, { factor, rate, kept });
    }
    return known ?? Math.sqrt(squares);
  }

  /** Answers the sum of the squares of the gradient, which costs nothing here: the loop waits for memory. */
  #move(
    weights: Float32Array,
    gradient: Float32Array,
    { mean, square }: Moments,
    { factor, rate, kept }: { readonly factor: number; readonly rate: number; readonly kept: number },
  ): number {
    const { beta1, beta2, epsilon } = this.#options;
    const [less1, less2] = [(1 - beta1) * factor, (1 - beta2) * factor * factor];
    const correction2 = 1 / (1 - beta2 ** this.steps);
    const stride = rate / (1 - beta1 ** this.steps);
    let squares = 0;
    for (let at = 0; at < weights.length; at++) {
      const slope = gradient[at] as number;
      const m = beta1 * (mean[at] as number) + less1 * slope;
      const v = beta2 * (square[at] as number) + less2 * slope * slope;
      squares += slope * slope;
      mean[at] = m;
      square[at] = v;
      weights[at] = kept * (weights[at] as number) - (stride * m) / (Math.sqrt(v * correction2) + epsilon);
    }
    return squares;
  }
}

/** Euclidean length of all gradients taken as one vector. */
export function lengthOf(gradients: ReadonlyMap<string, Float32Array>): number {
  let squares = 0;
  for (const gradient of gradients.values()) {
    let sum = 0;
    for (let at = 0; at < gradient.length; at++) sum += (gradient[at] as number) * (gradient[at] as number);
    squares += sum;
  }
  return Math.sqrt(squares);
}
