import { SeededRandom } from '#foundation/seeded-random.ts';
import { Graph } from '#intelligence/training/graph/graph.ts';
import type { Tensor } from '#intelligence/training/graph/tensor.ts';
import type { Weights } from '#intelligence/training/graph/weights.ts';
import { multiply } from '#intelligence/training/ops/arithmetic.ts';
import { sumAll } from '#intelligence/training/ops/reduce.ts';
import { openStep } from '#intelligence/training/run/open-step.ts';
import { openTrainingStep } from '#intelligence/training/run/open-training-step.ts';

export interface GradientCase {
  /** The loss, out of parameters and inputs. */
  readonly build: (graph: Graph) => Tensor;
  readonly inputs?: Readonly<Record<string, ArrayLike<number>>>;
  /** Moves the weights to where the function has a slope. */
  readonly place?: (weights: Weights) => void;
  readonly seed?: number;
  readonly stride?: number;
}

/**
 * The worst relative error, over all parameters, between the gradient and central differences of the loss: along the
 * gradient itself, and along a random direction.
 */
export async function worstGradientError({
  build,
  inputs = {},
  place,
  seed = 1,
  stride = 1e-2,
}: GradientCase): Promise<number> {
  const random = new SeededRandom(seed);
  const step = await openTrainingStep(build, random);
  place?.(step.weights);
  fill(step.inputs, inputs);
  await step.run();
  const graph = new Graph();
  graph.output('loss', build(graph));
  const plain = await openStep(graph, step.weights);
  fill(plain.inputs, inputs);
  let worst = 0;
  for (const [name, gradient] of step.gradients) {
    const weight = step.weights.get(name)?.data as Float32Array;
    const own = gradient.slice();
    for (const direction of [own, Float32Array.from(own, () => random.normal())]) {
      const length = Math.hypot(...direction) || 1;
      const lossAt = async (along: number) => {
        const before = weight.slice();
        for (let at = 0; at < weight.length; at++) weight[at]! += (along * direction[at]!) / length;
        await plain.run();
        weight.set(before);
        return plain.outputs.loss![0]!;
      };
      const measured = ((await lossAt(stride)) - (await lossAt(-stride))) / (2 * stride);
      const told = own.reduce((sum, slope, at) => sum + slope * (direction[at]! / length), 0);
      worst = Math.max(worst, Math.abs(measured - told) / (Math.hypot(...own) + 1e-3));
    }
  }
  await step.close();
  await plain.close();
  return worst;
}

/** A loss out of any value: its elements times fixed numbers that are all different, added up. */
export function anyLoss(value: Tensor): Tensor {
  const random = new SeededRandom(9);
  const weights = Float32Array.from({ length: value.size }, () => random.normal());
  return sumAll(multiply(value, value.graph.constant(weights, value.shape)));
}

function fill(
  into: Readonly<Record<string, { [at: number]: number | bigint }>>,
  from: NonNullable<GradientCase['inputs']>,
): void {
  for (const [name, values] of Object.entries(from)) {
    for (let at = 0; at < values.length; at++) into[name]![at] = values[at]!;
  }
}
